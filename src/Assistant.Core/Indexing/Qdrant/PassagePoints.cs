using Assistant.Core.Ingestion;

namespace Assistant.Core.Indexing.Qdrant;

/// <summary>A revision's passages as points that can be searched.</summary>
internal sealed class PassagePoints
{
    private readonly Article _article;
    private readonly IReadOnlyList<(EmbeddedPassage Passage, IReadOnlyList<string> Terms)> _passages;

    public PassagePoints(Article article, IReadOnlyList<EmbeddedPassage> passages)
    {
        _article = article;
        _passages = [.. passages.Select(one => (one, TermsOf(article.Title, one.Passage.Heading, one.Passage.Text)))];
    }

    /// <summary>Length of all passages in terms.</summary>
    public long TermCount => _passages.Sum(static one => (long)one.Terms.Count);

    public static IReadOnlyList<string> TermsOf(string title, string? heading, string text) =>
        LexicalAnalyzer.Analyze(PassageText.ForIndexing(title, heading, text));

    /// <summary>The points, as JSON.</summary>
    /// <param name="referenceLength">What the collection takes for the average length.</param>
    public IEnumerable<byte[]> ToPoints(double referenceLength) => _passages.Select(one => QdrantJson.Write(
        new Point<PassagePayload>(
            one.Passage.Passage.Id,
            new PointVectors { Dense = one.Passage.Embedding, Bm25 = SparseWeights.OfPassage(one.Terms, referenceLength) },
            ToPayload(one.Passage.Passage, referenceLength))));

    private PassagePayload ToPayload(Passage passage, double referenceLength) => FilterMapping.WithFields(
        new PassagePayload
        {
            ArticleId = _article.Id,
            Revision = _article.Revision,
            Start = passage.Start,
            End = passage.End,
            Text = passage.Text,
            Heading = passage.Heading,
            Title = _article.Title,
            Source = _article.Source,
            Url = _article.Url,
            Language = _article.Language,
            ReferenceLength = referenceLength,
        },
        _article);
}
