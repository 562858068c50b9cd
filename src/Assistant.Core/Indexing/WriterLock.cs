using System.Globalization;
using System.Text;

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

    /// <exception cref="IndexException">Another index object, here or in another process, holds it.</exception>
    public static WriterLock Take(string indexPath)
    {
        var held = Hold(indexPath);
        try
        {
            using var holder = new FileStream(HolderPath(indexPath), OwnersOnly(FileMode.Create, FileShare.ReadWrite));
            holder.Write(Encoding.ASCII.GetBytes(Environment.ProcessId.ToString(CultureInfo.InvariantCulture)));
            return new WriterLock(held);
        }
        catch
        {
            held.Dispose();
            throw;
        }
    }

    public void Dispose() => _held.Dispose();

    private static string HolderPath(string indexPath) => indexPath + ".writer";

    private static FileStream Hold(string indexPath)
    {
        try
        {
            return new FileStream(indexPath + ".lock", OwnersOnly(FileMode.OpenOrCreate, FileShare.None));
        }
        catch (UnauthorizedAccessException error)
        {
            throw new IndexException(
                IndexFailure.Unavailable, $"The index {indexPath} cannot be written. Check the rights of its folder.", error);
        }
        catch (IOException error)
        {
            throw new IndexException(
                IndexFailure.OtherWriter,
                $"Process {ReadHolder(indexPath)} is writing to the index {indexPath}. Wait until it is done, or end it.",
                error);
        }
    }

    private static FileStreamOptions OwnersOnly(FileMode mode, FileShare share)
    {
        var options = new FileStreamOptions { Mode = mode, Access = FileAccess.ReadWrite, Share = share };
        if (!OperatingSystem.IsWindows())
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        return options;
    }

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
