using Assistant.Core.Indexing;

namespace Assistant.Api.Articles;

/// <summary>A part of the list of articles, newest first, undated last.</summary>
/// <param name="Articles">The articles.</param>
/// <param name="Total">How many there are in all that fit the query.</param>
/// <param name="Next">Pass it as <c>after</c> to get the next part; null at the end.</param>
/// <param name="Sources">Every publisher in the index with its number of articles, most first.</param>
internal sealed record ArticlePage(
    IReadOnlyList<ArticleSummary> Articles, int Total, string? Next, IReadOnlyList<SourceCount> Sources)
{
    private const int MaximumSources = 500;

    /// <summary>Cuts a part out of all articles.</summary>
    /// <param name="all">All articles, in order.</param>
    /// <param name="after">Id of the last article of the part before; null or unknown begins at the start.</param>
    /// <param name="query">Words that title or source must contain; null for all.</param>
    /// <param name="limit">Most articles.</param>
    public static ArticlePage Of(IReadOnlyList<ArticleSummary> all, string? after, string? query, int limit)
    {
        var words = (query ?? string.Empty).Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var fitting = all.Where(article => Array.TrueForAll(words, word => Mentions(article, word))).ToList();
        var start = after is null ? 0 : fitting.FindIndex(article => article.Id == after) + 1;
        var part = fitting.Skip(start).Take(limit).ToList();
        var isLast = start + part.Count >= fitting.Count;
        return new ArticlePage(part, fitting.Count, isLast ? null : part[^1].Id, CountSources(all));
    }

    private static bool Mentions(ArticleSummary article, string word) =>
        article.Title.Contains(word, StringComparison.OrdinalIgnoreCase)
        || article.Source.Contains(word, StringComparison.OrdinalIgnoreCase);

    private static IReadOnlyList<SourceCount> CountSources(IReadOnlyList<ArticleSummary> all) =>
        [.. all.CountBy(static article => article.Source)
            .Select(static pair => new SourceCount(pair.Key, pair.Value))
            .OrderByDescending(static source => source.Articles).ThenBy(static source => source.Source, StringComparer.Ordinal)
            .Take(MaximumSources)];
}

/// <summary>A publisher.</summary>
/// <param name="Source">Its name.</param>
/// <param name="Articles">How many of its articles are in the index.</param>
internal sealed record SourceCount(string Source, int Articles);
