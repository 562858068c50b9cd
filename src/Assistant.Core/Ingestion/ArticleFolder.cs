using System.Text;

namespace Assistant.Core.Ingestion;

/// <summary>Finds the files that are to be ingested.</summary>
/// <remarks>
/// Ordered by path, ordinal, so that every run is the same. Hidden files are skipped unless named. Links to folders are
/// not followed inside a folder, so that no loop can arise.
/// </remarks>
internal static class ArticleFolder
{
    private const int MaximumDepth = 64;

    /// <summary>Of keys, on every system.</summary>
    private const char Separator = '/';

    /// <summary>All files of the paths, each once, with a refusal for each path or folder that cannot be read.</summary>
    public static IReadOnlyList<ArticleFile> Find(IReadOnlyList<string> paths, string? root)
    {
        var files = new List<ArticleFile>();
        foreach (var path in paths)
        {
            var full = Path.GetFullPath(path);
            if (Directory.Exists(full))
            {
                Walk(new Folder(path, "", root ?? Path.TrimEndingDirectorySeparator(full), Depth: 0), files);
            }
            else
            {
                var refusal = File.Exists(full) ? null : "There is no such file or folder.";
                var folder = root ?? Path.GetDirectoryName(full) ?? full;
                files.Add(new ArticleFile(path, folder, Nfc(Path.GetFileName(full)), refusal) { IsNamed = true });
            }
        }

        return [.. files.DistinctBy(static file => file.Location, StringComparer.Ordinal)];
    }

    /// <summary>A path under a root as keys hold it: with <c>/</c>, in NFC.</summary>
    public static string ToKeyPath(string relative) => Nfc(relative.Replace(Path.DirectorySeparatorChar, Separator));

    private static void Walk(Folder folder, List<ArticleFile> files)
    {
        if (Entries(folder, files) is not { } entries) return;
        foreach (var entry in entries.OrderBy(entry => entry.Name, StringComparer.Ordinal))
        {
            var path = Path.Combine(folder.Path, entry.Name);
            var relative = folder.RelativePath + Nfc(entry.Name);
            if (entry is FileInfo)
            {
                files.Add(new ArticleFile(path, folder.Root, relative));
            }
            else if (entry.LinkTarget is not null)
            {
                files.Add(new ArticleFile(path, folder.Root, relative, "A link to a folder, not followed. Name its target itself."));
            }
            else if (folder.Depth < MaximumDepth)
            {
                Walk(new Folder(path, relative + Separator, folder.Root, folder.Depth + 1), files);
            }
            else
            {
                files.Add(new ArticleFile(path, folder.Root, relative, $"More than {MaximumDepth} folders deep. Name it itself."));
            }
        }
    }

    private static FileSystemInfo[]? Entries(Folder folder, List<ArticleFile> files)
    {
        var options = new EnumerationOptions
        {
            IgnoreInaccessible = false,
            AttributesToSkip = FileAttributes.Hidden | FileAttributes.System,
        };
        string refusal;
        try
        {
            return new DirectoryInfo(folder.Path).GetFileSystemInfos("*", options);
        }
        catch (UnauthorizedAccessException)
        {
            refusal = "No permission to list this folder. Allow it, or run as a user who may.";
        }
        catch (IOException exception)
        {
            refusal = $"The folder cannot be listed: {exception.Message}";
        }

        files.Add(new ArticleFile(folder.Path, folder.Root, folder.RelativePath, refusal));
        return null;
    }

    private static string Nfc(string name)
    {
        try
        {
            return name.Normalize(NormalizationForm.FormC);
        }
        catch (ArgumentException)
        {
            return name;
        }
    }

    /// <param name="Path">For people.</param>
    /// <param name="RelativePath">Under the root, empty or ending in <c>/</c>.</param>
    /// <param name="Root">The root's name.</param>
    /// <param name="Depth">Folders below the root.</param>
    private sealed record Folder(string Path, string RelativePath, string Root, int Depth);
}
