using Assistant.Core;
using Assistant.Core.Indexing;
using Assistant.Core.Ingestion;

namespace Assistant.Tests.Indexing;

/// <summary>Search as DESIGN words it, in plain loops over all passages.</summary>
internal sealed class ReferenceSearch
{
    private readonly List<(Guid Id, float[] Embedding, IReadOnlyList<string> Terms)> _passages = [];

    public ReferenceSearch(IEnumerable<Article> articles)
    {
        foreach (var article in articles)
        {
            foreach (var (passage, embedding) in IndexFixtures.Passages(article))
            {
                var text = PassageText.ForIndexing(article.Title, passage.Heading, passage.Text);
                _passages.Add((passage.Id, embedding.ToArray(), LexicalAnalyzer.Analyze(text)));
            }
        }
    }

    public void AssertSame(PassageQuery query, IReadOnlyList<RankedPassage> found)
    {
        var dense = _passages.ToDictionary(one => one.Id, one => Dot(one.Embedding, query.Embedding.ToArray()));
        var lexical = _passages.ToDictionary(one => one.Id, one => Score(one.Terms, LexicalAnalyzer.Analyze(query.Text)));
        var denseTop = Top(dense, query.DenseCount);
        var lexicalTop = Top(lexical.Where(one => one.Value > 0).ToDictionary(), query.LexicalCount);

        Assert.Equal(denseTop.Union(lexicalTop).Order(), found.Select(one => one.PassageId));
        foreach (var one in found)
        {
            Assert.Equal(dense[one.PassageId], one.DenseScore, 1e-6);
            Assert.Equal(lexical[one.PassageId], one.LexicalScore, 1e-9);
            Assert.Equal(RankIn(denseTop, one.PassageId), one.DenseRank);
            Assert.Equal(RankIn(lexicalTop, one.PassageId), one.LexicalRank);
        }
    }

    private static List<Guid> Top(Dictionary<Guid, double> scores, int count) =>
        [.. scores.OrderByDescending(one => one.Value).ThenBy(one => one.Key).Take(count).Select(one => one.Key)];

    private static int? RankIn(List<Guid> ranked, Guid id) => ranked.IndexOf(id) is var index && index < 0 ? null : index + 1;

    private static double Dot(float[] left, float[] right) => left.Zip(right, (a, b) => (double)a * b).Sum();

    private double Score(IReadOnlyList<string> passage, IReadOnlyList<string> query)
    {
        double n = _passages.Count;
        var averageLength = _passages.Sum(one => one.Terms.Count) / n;
        var score = 0.0;
        foreach (var term in query)
        {
            double tf = passage.Count(other => other == term);
            double df = _passages.Count(one => one.Terms.Contains(term));
            if (tf == 0)
                continue;
            var idf = Math.Log(1 + ((n - df + 0.5) / (df + 0.5)));
            score += idf * tf * 2.2 / (tf + (1.2 * (0.25 + (0.75 * passage.Count / averageLength))));
        }

        return score;
    }
}
