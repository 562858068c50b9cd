using Assistant.Core;
using Assistant.Core.Answering;
using Assistant.Core.Answering.Checking;
using Assistant.Core.Ingestion;
using Assistant.Tests.Inference;

namespace Assistant.Tests.Answering;

public sealed class ClaimReaderTests
{
    private static readonly CitedPassage Passage = new(
        "Troops leave",
        "Syria has withdrawn its last troops from Lebanon. At first 40,000 Syrian soldiers had been there; at the beginning of this year there were still 14,000.",
        new DateTimeOffset(2005, 4, 26, 0, 0, 0, TimeSpan.Zero));

    [Theory]
    [InlineData("Syria has withdrawn its last troops from Lebanon.", "Lebanon has withdrawn its last troops from Syria.")]
    [InlineData("Syria has pulled its last troops out of Lebanon.", "Syria has not pulled its last troops out of Lebanon.")]
    [InlineData("Syria has withdrawn its last troops from Lebanon.", "The baker sells bread with olives in the market hall of Turin.")]
    public void Finds_what_the_passage_says_likelier_than_what_it_does_not(string right, string wrong) =>
        Assert.True(Logit(right) > Logit(wrong) + 1, $"{Logit(right):F2} and {Logit(wrong):F2}");

    [Fact]
    public void The_checker_lets_it_refuse_what_has_nothing_against_it_and_support_what_is_doubtful()
    {
        var facts = new CheckResult(Verdict.Supported, null, 1, 0, 0, 10);

        Assert.Equal(Verdict.Supported, CitationChecker.Judge(facts, CitationChecker.LeastLogit).Verdict);
        Assert.Equal(Verdict.Partly, CitationChecker.Judge(facts, CitationChecker.LeastLogit - 0.1).Verdict);
        Assert.Equal(Verdict.Supported, CitationChecker.Judge(facts with { Verdict = Verdict.Partly, IsSubtle = true }, CitationChecker.LeastLogit).Verdict);
        Assert.Equal(Verdict.Supported, CitationChecker.Judge(facts with { Verdict = Verdict.Partly }, CitationChecker.LeastLogitOfDoubtful).Verdict);
        Assert.Equal(Verdict.Partly, CitationChecker.Judge(facts with { Verdict = Verdict.Partly }, CitationChecker.LeastLogitOfDoubtful - 0.1).Verdict);
    }

    [Fact]
    public void The_checker_lets_it_overrule_no_contradiction()
    {
        var checker = new CitationChecker(Models.Claims);

        var right = checker.Check("At the beginning of this year there were still 14,000 Syrian soldiers in Lebanon.", [Passage], CancellationToken.None);
        var wrong = checker.Check("At the beginning of this year there were still 15,000 Syrian soldiers in Lebanon.", [Passage], CancellationToken.None);

        Assert.Equal(Verdict.Supported, right.Verdict);
        Assert.NotNull(right.ClaimLogit);
        Assert.Equal(Verdict.Unsupported, wrong.Verdict);
        Assert.Equal(Verdict.Unsupported, CitationChecker.Judge(wrong, 100).Verdict);
    }

    [Fact]
    public void The_checker_lets_it_refuse_no_copy() =>
        Assert.Equal(Verdict.Supported, CitationChecker.Judge(new CheckResult(Verdict.Supported, null, 1, 0, 0, 10) { IsCopy = true }, -100).Verdict);

    [Fact]
    public void Reads_whole_sentences_on_both_sides_of_the_quote_of_a_long_passage()
    {
        var sentences = Enumerable.Range(10, 90).Select(static number => $"Item {number} of the long list is on sale today.").ToList();
        var text = string.Join(' ', sentences);
        var quote = new TextSpan(text.IndexOf(sentences[50], StringComparison.Ordinal), text.IndexOf(sentences[51], StringComparison.Ordinal) - 1);

        var read = ClaimReader.Around(text, quote).Of(text);

        Assert.InRange(read.Length, 1100, 1200);
        Assert.StartsWith(sentences[37], read, StringComparison.Ordinal);
        Assert.EndsWith(sentences[63], read, StringComparison.Ordinal);
        Assert.Equal(text[..1000], ClaimReader.Around(text[..1000], quote with { Start = 0, End = 40 }).Of(text[..1000]));
    }

    [Fact]
    public void Reads_to_the_end_of_a_long_passage_that_is_quoted_there()
    {
        var text = string.Join(' ', Enumerable.Repeat("Nothing of note was on sale today.", 100)) + " Syria left Lebanon.";

        var read = ClaimReader.Around(text, new TextSpan(text.Length - 20, text.Length)).Of(text);

        Assert.InRange(read.Length, 1150, 1200);
        Assert.EndsWith(" Syria left Lebanon.", read, StringComparison.Ordinal);
    }

    [Fact]
    public void Stops_when_cancelled() =>
        Assert.ThrowsAny<OperationCanceledException>(() => Logit("It left.", new CancellationToken(canceled: true)));

    private static double Logit(string sentence, CancellationToken cancellationToken = default) => Models.Claims.Logit(sentence, Passage, new TextSpan(0, Passage.Text.Length), cancellationToken);
}
