using System.Globalization;
using System.Text;
using Assistant.Core.Configuration;

namespace Assistant.Core.Indexing;

/// <summary>Lets one writer at a time at an index: a file beside it, held open alone.</summary>
/// <remarks>
/// The system lets go of the file when the process ends, however it ends; left behind, it means nothing. The process id
/// stands in a second file, because on Unix the first cannot even be read while it is held.
/// </remarks>
internal sealed class WriterLock : IDisposable
{
    private readonly FileStream _held;

    private WriterLock(FileStream held) => _held = held;

    /// <exception cref="IndexException">Another index object, here or in another process, holds it; or nothing can be written there.</exception>
    public static WriterLock Take(string indexPath)
    {
        try
        {
            return Hold(indexPath);
        }
        catch (IOException error) when (IsHeld(error))
        {
            throw new IndexException(
                IndexFailure.OtherWriter,
                $"Process {ReadHolder(indexPath)} is writing to the index {indexPath}. Wait until it is done, or end it.",
                error);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new IndexException(
                IndexFailure.Unavailable,
                $"The index {indexPath} cannot be written: {error.Message} Check the rights and the room of its folder.",
                error);
        }
    }

    public void Dispose() => _held.Dispose();

    private static string HolderPath(string indexPath) => indexPath + ".writer";

    private static WriterLock Hold(string indexPath)
    {
        var held = new FileStream(indexPath + ".lock", OwnerOnly.File(FileMode.OpenOrCreate, FileShare.None));
        try
        {
            using var holder = new FileStream(HolderPath(indexPath), OwnerOnly.File(FileMode.Create, FileShare.ReadWrite));
            holder.Write(Encoding.ASCII.GetBytes(Environment.ProcessId.ToString(CultureInfo.InvariantCulture)));
            return new WriterLock(held);
        }
        catch
        {
            held.Dispose();
            throw;
        }
    }

    // ERROR_SHARING_VIOLATION on Windows; EAGAIN on Linux and on BSD.
    private static bool IsHeld(IOException error) => (error.HResult & 0xFFFF) is 32 or 11 or 35;

    private static string ReadHolder(string indexPath)
    {
        try
        {
            return File.ReadAllText(HolderPath(indexPath)) is { Length: > 0 } id ? id : "unknown";
        }
        catch (IOException)
        {
            return "unknown";
        }
    }
}
