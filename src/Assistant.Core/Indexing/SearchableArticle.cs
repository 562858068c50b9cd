namespace Assistant.Core.Indexing;

/// <summary>What filters look at in an active revision.</summary>
internal sealed record SearchableArticle(
    long RevisionNumber, string ArticleId, string Source, string Language, DateTimeOffset? PublishedAt)
{
    /// <summary>Which articles pass the filter, and how many fail it only because they have no date.</summary>
    /// <returns>[articles].</returns>
    public static (bool[] Allowed, int Undated) Select(SearchableArticle[] articles, PassageFilter filter)
    {
        var allowed = new bool[articles.Length];
        var undated = 0;
        var ids = filter.ArticleIds.ToHashSet(StringComparer.Ordinal);
        for (var i = 0; i < articles.Length; i++)
        {
            var article = articles[i];
            if (!IsOneOf(article.Source, filter.Sources) || !IsOneOf(article.Language, filter.Languages)
                || (ids.Count > 0 && !ids.Contains(article.ArticleId)))
            {
                continue;
            }

            if (filter.HasDate && article.PublishedAt is null)
                undated++;
            else
                allowed[i] = article.IsPublishedWithin(filter);
        }

        return (allowed, undated);
    }

    private static bool IsOneOf(string value, IReadOnlyList<string> allowed) =>
        allowed.Count == 0 || allowed.Contains(value, StringComparer.OrdinalIgnoreCase);

    private bool IsPublishedWithin(PassageFilter filter) =>
        (filter.PublishedAfter is null || PublishedAt >= filter.PublishedAfter)
        && (filter.PublishedBefore is null || PublishedAt < filter.PublishedBefore);
}
