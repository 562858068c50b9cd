using Assistant.Core;
using Assistant.Core.Answering;
using Assistant.Core.Answering.Checking;
using Assistant.Tests.Inference;

namespace Assistant.Tests.Answering;

public sealed class ClaimReaderTests
{
    private static readonly CitedPassage Passage = new(
        "Troops leave",
        "Syria has withdrawn its last troops from Lebanon. At first 40,000 Syrian soldiers had been there; at the beginning of this year there were still 14,000.",
        new DateTimeOffset(2005, 4, 26, 0, 0, 0, TimeSpan.Zero));

    private static readonly ClaimReader Reader = new(Models.Reader);

    [Fact]
    public void Has_nothing_against_what_the_passage_says() =>
        Assert.Null(Reader.Read("At the beginning of this year there were still 14,000 Syrian soldiers in Lebanon.", Passage, CancellationToken.None).Reason);

    [Fact]
    public void Finds_the_number_that_belongs_there()
    {
        var reading = Reader.Read("At the beginning of this year there were still 40,000 Syrian soldiers in Lebanon.", Passage, CancellationToken.None);

        Assert.Equal("the reader finds “14,000” in the cited passage, not “40,000”", reading.Reason);
    }

    [Fact]
    public void Does_not_find_what_the_passage_does_not_speak_of() =>
        Assert.StartsWith(
            "the reader does not find it", Reader.Read("The baker sells bread with olives in the market hall of Turin.", Passage, CancellationToken.None).Reason, StringComparison.Ordinal);

    [Fact]
    public void The_checker_takes_its_word_and_gives_its_logit()
    {
        var checker = new CitationChecker(Reader);

        var right = checker.Check("At the beginning of this year there were still 14,000 Syrian soldiers in Lebanon.", [Passage], CancellationToken.None);
        var wrong = checker.Check("At the beginning of this year there were still 40,000 Syrian soldiers in Lebanon.", [Passage], CancellationToken.None);

        Assert.Equal(Verdict.Supported, right.Verdict);
        Assert.NotNull(right.ClaimLogit);
        Assert.NotEqual(Verdict.Supported, wrong.Verdict);
    }

    [Fact]
    public void Stops_when_cancelled() =>
        Assert.ThrowsAny<OperationCanceledException>(() => Reader.Read("It left.", Passage, new CancellationToken(canceled: true)));
}
