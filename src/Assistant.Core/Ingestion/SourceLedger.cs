using Assistant.Core.Indexing;

namespace Assistant.Core.Ingestion;

/// <summary>Which articles were read from where: keeps files under the key they are known by, and tells which are gone.</summary>
/// <remarks>Not thread-safe. Written before the article itself, so that nothing is stored that is not tracked.</remarks>
internal sealed class SourceLedger
{
    private readonly IPassageIndex _index;
    private readonly Dictionary<(string Location, string ArticleId), TrackedSource> _sources;
    private readonly ILookup<string, TrackedSource> _byLocation;
    private readonly IReadOnlyList<(string Folder, string Root)> _roots;

    private SourceLedger(IPassageIndex index, IReadOnlyList<TrackedSource> sources)
    {
        _index = index;
        _sources = sources.ToDictionary(static source => (source.Location, source.ArticleId));
        _byLocation = sources.ToLookup(static source => source.Location, StringComparer.Ordinal);
        _roots = [.. sources.Select(RootOf).OfType<(string Folder, string Root)>().Distinct().OrderByDescending(static root => root.Folder.Length)];
    }

    /// <summary>All that is tracked, as of now.</summary>
    public IReadOnlyCollection<TrackedSource> Sources => _sources.Values;

    /// <summary>Reads the ledger of an index.</summary>
    public static async Task<SourceLedger> LoadAsync(IPassageIndex index, CancellationToken cancellationToken) =>
        new(index, await index.ListSourcesAsync(cancellationToken));

    /// <summary>What was tracked of a location when the ledger was read.</summary>
    public IEnumerable<TrackedSource> At(string location) => _byLocation[location];

    /// <summary>
    /// The file under the root it is known by; else, when it was named by itself, under the innermost known root that
    /// contains it; else as it is.
    /// </summary>
    public ArticleFile Place(ArticleFile file)
    {
        var location = file.Location;
        if (_byLocation[location].FirstOrDefault(static source => source.Root is not null) is { } known)
            return file with { Root = known.Root!, RelativePath = known.Path! };
        if (!file.IsNamed) return file;
        var root = _roots.FirstOrDefault(root => location.StartsWith(root.Folder, StringComparison.Ordinal));
        return root.Root is null ? file : file with { Root = root.Root, RelativePath = ArticleFolder.ToKeyPath(location[root.Folder.Length..]) };
    }

    /// <summary>Tracks a source; writes only what is new.</summary>
    public async Task TrackAsync(TrackedSource source, CancellationToken cancellationToken)
    {
        if (_sources.GetValueOrDefault((source.Location, source.ArticleId)) == source) return;
        await _index.TrackAsync([source], [], cancellationToken);
        _sources[(source.Location, source.ArticleId)] = source;
    }

    /// <summary>Tracks all that is at one location, and forgets what else was there.</summary>
    public async Task ReplaceAsync(IReadOnlyList<TrackedSource> sources, CancellationToken cancellationToken)
    {
        foreach (var source in sources) await TrackAsync(source, cancellationToken);
        var ids = sources.Select(static source => source.ArticleId).ToHashSet(StringComparer.Ordinal);
        await ForgetAsync([.. At(sources[0].Location).Where(source => !ids.Contains(source.ArticleId))], cancellationToken);
    }

    /// <summary>Forgets sources.</summary>
    public async Task ForgetAsync(IReadOnlyList<TrackedSource> gone, CancellationToken cancellationToken)
    {
        if (gone.Count == 0) return;
        await _index.TrackAsync([], gone, cancellationToken);
        foreach (var source in gone) _sources.Remove((source.Location, source.ArticleId));
    }

    /// <summary>The folder of the file's root, ending in a separator; null when the two paths do not go together.</summary>
    private static (string Folder, string Root)? RootOf(TrackedSource source)
    {
        if (source.Root is null || source.Path is null) return null;
        var depth = source.Path.Count(static character => character == '/') + 1;
        var end = source.Location.Length;
        for (; depth > 0 && end > 0; depth--) end = source.Location.LastIndexOf(Path.DirectorySeparatorChar, end - 1);
        return end < 0 ? null : (source.Location[..(end + 1)], source.Root);
    }
}
