namespace Assistant.Core.Ingestion;

/// <summary>Reads a file whole, or tells why it cannot be read.</summary>
internal static class ArticleBytes
{
    private const long Megabyte = 1024 * 1024;

    /// <summary>The file's bytes, at least one and at most <paramref name="maximumBytes"/>.</summary>
    /// <exception cref="ArticleRefusedException">It is empty, too large, gone, or may not be read.</exception>
    public static async Task<byte[]> ReadAsync(string path, long maximumBytes, CancellationToken cancellationToken)
    {
        try
        {
            var length = new FileInfo(path).Length;
            if (length == 0) throw new ArticleRefusedException("The file is empty.");
            if (length > maximumBytes) throw TooLarge(length, maximumBytes);
            var bytes = await File.ReadAllBytesAsync(path, cancellationToken);
            return bytes.Length <= maximumBytes ? bytes : throw TooLarge(bytes.Length, maximumBytes);
        }
        catch (Exception exception) when (exception is FileNotFoundException or DirectoryNotFoundException)
        {
            throw new ArticleRefusedException(path.Contains('\uFFFD', StringComparison.Ordinal)
                ? "Its name is not in UTF-8, so that it cannot be opened. Rename it."
                : "The file vanished, or its link leads nowhere. Run again once it is back.");
        }
        catch (UnauthorizedAccessException)
        {
            throw new ArticleRefusedException("No permission to read this file. Allow it, or run as a user who may.");
        }
        catch (IOException exception)
        {
            throw new ArticleRefusedException($"The file cannot be read: {exception.Message}");
        }
    }

    private static ArticleRefusedException TooLarge(long bytes, long maximumBytes) => new(
        $"Too large: {bytes / Megabyte} MB, at most {maximumBytes / Megabyte} MB are read. Split it into articles.");
}
