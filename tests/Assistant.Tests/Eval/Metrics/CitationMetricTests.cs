using Assistant.Core;
using Assistant.Eval.Metrics;
using Assistant.Eval.Suites;

namespace Assistant.Tests.Eval.Metrics;

public sealed class CitationMetricTests
{
    private static readonly GoldEvidence First = new("first", [new("d1", 10, 20), new("d2", 50, 60)]);

    private static readonly GoldEvidence Second = new("second", [new("d1", 30, 40)]);

    [Theory]
    [InlineData("d1", 19, 25, 1)]
    [InlineData("d1", 20, 30, 0)]
    [InlineData("d2", 0, 51, 1)]
    [InlineData("d2", 10, 20, 0)]
    public void The_sentence_hits_if_it_shares_a_character_with_evidence(
        string document, int start, int end, double expected) =>
        Assert.Equal(expected, AnswerSentenceHit.ScoreByEvidence(new(document, start, end), [First, Second]));

    [Fact]
    public void Precision_is_the_share_of_distinct_citations_on_evidence()
    {
        DocumentSpan on = new("d1", 15, 18);
        DocumentSpan off = new("d1", 0, 9);

        Assert.Equal(0.5, EvidenceCitationPrecision.Score([on, on, off], [First, Second]));
        Assert.Equal(1, EvidenceCitationPrecision.Score([on], [First]));
        Assert.Null(EvidenceCitationPrecision.Score([], [First]));
        Assert.Null(EvidenceCitationPrecision.Score([on], []));
    }

    [Fact]
    public void Recall_is_the_share_of_distinct_evidence_sentences_cited()
    {
        Assert.Equal(0.5, EvidenceCitationRecall.Score([new("d2", 55, 56), new("d1", 15, 18)], [First, Second]));
        Assert.Equal(1, EvidenceCitationRecall.Score([new("d1", 0, 99)], [First, Second, First]));
        Assert.Equal(0, EvidenceCitationRecall.Score([], [First]));
        Assert.Null(EvidenceCitationRecall.Score([new("d1", 0, 99)], []));
    }

    [Theory]
    [InlineData(4, 9, "quick", 1)]
    [InlineData(4, 9, "Quick", 0)]
    [InlineData(4, 10, "quick", 0)]
    [InlineData(-1, 4, "the ", 0)]
    [InlineData(4, 4, "", 0)]
    [InlineData(9, 4, "quick", 0)]
    [InlineData(10, 99, "fox", 0)]
    public void A_quote_is_exact_only_if_it_stands_at_its_offsets(int start, int end, string quote, double expected) =>
        Assert.Equal(expected, ExactQuotes.Score([(Cite(start, end, quote), "the quick fox")]));

    [Fact]
    public void A_citation_of_a_lost_article_is_not_exact_and_no_citation_is_not_judged()
    {
        Assert.Equal(0.5, ExactQuotes.Score([(Cite(0, 3, "the"), null), (Cite(0, 3, "the"), "the")]));
        Assert.Null(ExactQuotes.Score([]));
    }

    private static Citation Cite(int start, int end, string quote) => new()
    {
        Number = 1,
        ArticleId = "a",
        Revision = "r",
        PassageId = Guid.Empty,
        Start = start,
        End = end,
        Quote = quote,
        Title = "",
        Source = "",
    };
}
