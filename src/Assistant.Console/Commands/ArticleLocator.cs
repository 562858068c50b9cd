using Assistant.Core.Indexing;

namespace Assistant.Console.Commands;

/// <summary>Finds the article that a person means: by id, unique prefix of an id, URL or path.</summary>
/// <remarks>Pure but for making a path absolute.</remarks>
internal static class ArticleLocator
{
    /// <summary>Finds one article.</summary>
    /// <exception cref="ArgumentException">None or more than one fits; the message says what to do.</exception>
    public static ArticleSummary Find(IReadOnlyList<ArticleSummary> articles, string wanted)
    {
        var byId = articles.Where(article => article.Id.StartsWith(wanted, StringComparison.OrdinalIgnoreCase)).ToList();
        var found = byId.Count > 0 ? byId : [.. articles.Where(article => IsAt(article, wanted))];
        return found.Count switch
        {
            1 => found[0],
            0 => throw new ArgumentException($"No article is '{wanted}'; 'assistant articles list' shows what there is."),
            var count => throw new ArgumentException($"{count} articles begin with '{wanted}'; give more characters of the id."),
        };
    }

    private static bool IsAt(ArticleSummary article, string wanted)
    {
        if (article.Url == wanted || article.Key == wanted) return true;
        var separator = article.Key.LastIndexOf(':');
        return separator >= 0
            && Path.Combine(article.Key[..separator], article.Key[(separator + 1)..]) == Path.GetFullPath(wanted);
    }
}
