using Assistant.Eval.Metrics;

namespace Assistant.Tests.Eval.Metrics;

public sealed class AlceCitationTests
{
    // Worked by hand: the judge below supports a statement when the quotes together hold each of its letters.
    [Theory]
    [InlineData("ab|ab", 1, 1)]
    [InlineData("ab|a,b", 1, 1)]
    [InlineData("ab|ab,x", 1, 0.5)]
    [InlineData("ab|a,a,b", 1, 1.0 / 3)]
    [InlineData("ab|ab,ab", 1, 1)]
    [InlineData("ab|a,x", 0, 0)]
    [InlineData("ab|ab cd|c", 0.5, 0.5)]
    [InlineData("ab| cd|cd", 0.5, 1)]
    public async Task Recall_and_precision_follow_the_paper(string answer, double recall, double precision)
    {
        CitedStatement[] statements = [.. answer.Split(' ').Select(Parse)];

        double? gotRecall = await AlceCitationRecall.ScoreAsync(statements, new LetterJudge(), default);
        double? gotPrecision = await AlceCitationPrecision.ScoreAsync(statements, new LetterJudge(), default);

        Assert.Equal(recall, gotRecall!.Value, 12);
        Assert.Equal(precision, gotPrecision!.Value, 12);
    }

    [Fact]
    public async Task Without_statements_or_citations_nothing_is_judged()
    {
        Assert.Null(await AlceCitationRecall.ScoreAsync([], new LetterJudge(), default));
        Assert.Null(await AlceCitationPrecision.ScoreAsync([], new LetterJudge(), default));
        Assert.Null(await AlceCitationPrecision.ScoreAsync([new("ab", [])], new LetterJudge(), default));
        Assert.Equal(0, await AlceCitationRecall.ScoreAsync([new("ab", [])], new LetterJudge(), default));
    }

    [Theory]
    [InlineData("Rain fell, in  Paris.", "“Yes,” he said. Rain fell in Paris", true)]
    [InlineData("Rain fell", "rain fells", false)]
    [InlineData("Rain fell", "fell rain", false)]
    [InlineData("...", "anything", false)]
    public async Task The_verbatim_judge_wants_the_words_in_order(string statement, string quote, bool expected)
    {
        VerbatimJudge judge = new();

        Assert.Equal(expected, await judge.SupportsAsync(statement, [quote], default));
        Assert.Equal("verbatim", judge.Name);
    }

    [Fact]
    public async Task A_cancelled_judge_stops()
    {
        CancellationToken cancelled = new(canceled: true);

        await Assert.ThrowsAsync<OperationCanceledException>(
            () => AlceCitationRecall.ScoreAsync([new("ab", ["ab"])], new VerbatimJudge(), cancelled));
    }

    private static CitedStatement Parse(string text)
    {
        string[] parts = text.Split('|');
        return new(parts[0], parts[1].Split(',', StringSplitOptions.RemoveEmptyEntries));
    }

    private sealed class LetterJudge : ISupportJudge
    {
        public string Name => "letters";

        public ValueTask<bool> SupportsAsync(
            string statement, IReadOnlyList<string> quotes, CancellationToken cancellationToken) =>
            ValueTask.FromResult(statement.All(letter =>
                quotes.Any(quote => quote.Contains(letter, StringComparison.Ordinal))));
    }
}
