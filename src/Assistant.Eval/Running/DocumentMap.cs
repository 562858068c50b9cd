using Assistant.Core;
using Assistant.Eval.Suites;

namespace Assistant.Eval.Running;

/// <summary>From the product's article ids back to a suite's corpus ids.</summary>
internal sealed class DocumentMap(Suite suite)
{
    private readonly Dictionary<string, string> _idOf = suite.Documents.ToDictionary(
        static pair => pair.Value.Id, static pair => pair.Key, StringComparer.Ordinal);

    /// <summary>The corpus id of an article; the article's own id when the suite does not know it.</summary>
    public string IdOf(string articleId) => _idOf.GetValueOrDefault(articleId, articleId);

    /// <summary>The article of a corpus id; null when the suite has none.</summary>
    public Article? Find(string documentId) => suite.Documents.GetValueOrDefault(documentId);

    /// <summary>Corpus ids of passages in their order, each where it first occurs.</summary>
    public IReadOnlyList<string> Rank(IEnumerable<RankedPassage> passages) =>
        [.. passages.Select(passage => IdOf(passage.ArticleId)).Distinct(StringComparer.Ordinal)];
}
