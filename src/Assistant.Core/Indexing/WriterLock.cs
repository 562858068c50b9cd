using System.Globalization;
using System.Text;

namespace Assistant.Core.Indexing;

/// <summary>Lets one writer at a time at an index: a file beside it, held open alone, that holds the writer's process id.</summary>
/// <remarks>The system lets go of it when the process ends, however it ends; the file stays behind and means nothing.</remarks>
internal sealed class WriterLock : IDisposable
{
    private readonly FileStream _file;

    private WriterLock(FileStream file) => _file = file;

    /// <exception cref="IndexException">Another index object, here or in another process, holds it.</exception>
    public static WriterLock Take(string indexPath)
    {
        var path = indexPath + ".lock";
        var options = new FileStreamOptions
        {
            Mode = FileMode.OpenOrCreate,
            Access = FileAccess.ReadWrite,
            // Unix locks only what is not shared at all, and still lets others read; Windows must be told to.
            Share = OperatingSystem.IsWindows() ? FileShare.Read : FileShare.None,
        };
        if (!OperatingSystem.IsWindows())
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;

        var file = Open(indexPath, path, options);
        file.SetLength(0);
        file.Write(Encoding.ASCII.GetBytes(Environment.ProcessId.ToString(CultureInfo.InvariantCulture)));
        file.Flush();
        return new WriterLock(file);
    }

    public void Dispose() => _file.Dispose();

    private static FileStream Open(string indexPath, string path, FileStreamOptions options)
    {
        try
        {
            return new FileStream(path, options);
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
                $"Process {ReadHolder(path)} is writing to the index {indexPath}. Wait until it is done, or end it.",
                error);
        }
    }

    private static string ReadHolder(string path)
    {
        try
        {
            using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
            using var reader = new StreamReader(file);
            return reader.ReadToEnd() is { Length: > 0 } id ? id : "unknown";
        }
        catch (IOException)
        {
            return "unknown";
        }
    }
}
