using Assistant.Core.Answering;
using Assistant.Core.Ingestion;
using Assistant.Inference;

namespace Assistant.Tests.Answering;

public sealed class ExtractiveAnswererTests
{
    private static readonly Calibration Plain = new()
    {
        Weights = new Dictionary<string, double> { ["support"] = 1 },
        Intercept = 0,
        Threshold = 0.4,
        FittedOn = "by hand",
    };

    private readonly ExtractiveAnswerer _answerer = new(new AnswerabilityGate(Plain, new AnsweringOptions()));

    [Fact]
    public void Chooses_nothing_from_nothing() => Assert.Empty(_answerer.Choose([], 3));

    [Fact]
    public void Chooses_nothing_when_the_best_quote_does_not_pass_the_gate() =>
        Assert.Empty(_answerer.Choose([Quote("a", support: -1, alone: -1, score: 5), Quote("b", support: 3, alone: 3, score: 4)], 3));

    [Fact]
    public void Chooses_nothing_that_is_of_another_year_than_asked() =>
        Assert.Empty(_answerer.Choose([Quote("a", support: 3, alone: 3, score: 5, isOfAskedYear: false)], 3));

    [Fact]
    public void Takes_the_best_quote_though_it_does_not_answer_alone() =>
        Assert.Single(_answerer.Choose([Quote("a", support: 2, alone: -4, score: 5)], 3));

    [Theory]
    [InlineData(3, 3, 4, 2)]
    [InlineData(3, 0, 4, 1)]
    [InlineData(-2, 3, 4, 1)]
    [InlineData(3, 3, 2, 1)]
    public void Adds_a_quote_only_if_it_passes_the_gate_answers_alone_and_is_near(double support, double alone, double score, int expected)
    {
        var chosen = _answerer.Choose([Quote("a", support: 2, alone: 2, score: 5), Quote("b", support, alone, score, "Another.")], 3);

        Assert.Equal(expected, chosen.Count);
    }

    [Fact]
    public void Takes_other_articles_first_and_no_sentence_twice()
    {
        var chosen = _answerer.Choose(
            [Quote("a", 3, 3, 5), Quote("a", 3, 3, 4.9, "A second sentence."), Quote("b", 3, 3, 4.8), Quote("c", 3, 3, 4.7, "A third.")], 3);

        Assert.Equal(["a", "c", "a"], chosen.Select(static quote => quote.Article.Id));
    }

    [Fact]
    public void Takes_no_more_than_the_maximum() =>
        Assert.Single(_answerer.Choose([Quote("a", 3, 3, 5), Quote("b", 3, 3, 5, "Another.")], 1));

    private static AnswerCandidate Quote(string article, double support, double alone, double score, string text = "The talks ended.", bool isOfAskedYear = true)
    {
        var source = Samples.Article(article, text);
        var sentence = new SentenceCandidate(Samples.Passage(source, text), new TextSpan(0, text.Length), new AnswerSpan(0, 3, 0), score);
        return new AnswerCandidate(sentence, source, new TextSpan(0, text.Length), new AnswerFeatures(support, 0, 0, 0), alone, isOfAskedYear, score);
    }
}
