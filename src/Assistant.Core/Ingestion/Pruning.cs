using Assistant.Core.Indexing;

namespace Assistant.Core.Ingestion;

/// <summary>Finds what is tracked in the named places and was not found there by this run.</summary>
/// <remarks>
/// Nothing is taken for gone that could only not be read: a refused file, and all below a folder that was not listed. Only
/// files are looked for: what leaves a feed stays.
/// </remarks>
/// <param name="ledger">What is tracked.</param>
/// <param name="readings">What this run read, each with its file.</param>
internal sealed class Pruning(SourceLedger ledger, PruningEvidence readings)
{
    /// <summary>Sources to forget.</summary>
    /// <param name="paths">The files and folders that were named.</param>
    /// <param name="root">The root's name, if one was given: then all of it is looked at, wherever its files were.</param>
    public IReadOnlyList<TrackedSource> FindGone(IReadOnlyList<string> paths, string? root)
    {
        var named = paths.Select(static path => Path.TrimEndingDirectorySeparator(Path.GetFullPath(path))).ToList();
        return [.. ledger.Sources.Where(source => source.Root is not null
            && (root is null ? named.Exists(path => IsWithin(source.Location, path)) : source.Root == root)
            && readings.IsGone(source))];
    }

    /// <summary>Articles that only gone sources held and this run did not read elsewhere: to be retired.</summary>
    public IReadOnlyList<TrackedSource> FindOrphans(IReadOnlyList<TrackedSource> gone)
    {
        var kept = ledger.Sources.Except(gone).Select(static source => source.ArticleId).ToHashSet(StringComparer.Ordinal);
        return [.. gone.DistinctBy(static source => source.ArticleId)
            .Where(source => !kept.Contains(source.ArticleId) && !readings.Holds(source.ArticleId))];
    }

    /// <summary>Whether the location is the path or lies below it.</summary>
    internal static bool IsWithin(string location, string path) =>
        location.StartsWith(path, StringComparison.Ordinal)
        && (location.Length == path.Length || path[^1] == Path.DirectorySeparatorChar || location[path.Length] == Path.DirectorySeparatorChar);
}
