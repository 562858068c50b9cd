using System.Text.Json;
using Assistant.Inference;

namespace Assistant.Tests.Inference;

public class ReaderModelTests
{
    [SharedFact]
    public void Gives_the_readings_of_the_reference_implementation()
    {
        JsonElement[] rows = SharedFolder.Rows("models", "golden", "reader.jsonl");
        Assert.True(rows.Length > 30);
        Assert.All(rows, row =>
        {
            string Text(string name) => row.GetProperty(name).GetString()!;
            Reading reading = Assert.Single(Models.Reader.Read(
                Text("question"), [new ReaderPassage(Text("title"), Text("passage"))], CancellationToken.None));
            JsonElement support = row.GetProperty("support_logits");
            Assert.Equal(support[0].GetDouble(), reading.SupportLogit, 0.05);
            Assert.Equal(support[1].GetDouble(), reading.ClaimLogit, 0.05);
            Assert.Equal(row.GetProperty("null_score").GetDouble(), reading.NullScore, 0.05);
            AnswerSpan? span = reading.BestSpan();
            if (row.GetProperty("span_score").ValueKind == JsonValueKind.Null)
            {
                Assert.Null(span);
            }
            else
            {
                Assert.NotNull(span);
                Assert.Equal(row.GetProperty("span_score").GetDouble(), span.Score, 0.05);
                Assert.Equal([row.GetProperty("span")[0].GetInt32(), row.GetProperty("span")[1].GetInt32()], new[] { span.Start, span.End });
            }
        });
    }

    private const string Question = "When was the contract signed?";

    private static readonly ReaderPassage[] Passages =
    [
        new("S-400", "Turkey and Russia signed the contract in December 2017. Deliveries began in July 2019."),
        new("", "Nothing here is about it."),
        new("", ""),
        new("A title that is left", ""),
        new("MAKS", string.Concat(Enumerable.Repeat("The air show opened near Moscow. ", 100))),
        new("S-400", "December 2017."),
    ];

    [Fact]
    public void A_reading_is_bit_identical_alone_and_in_any_batch_on_one_thread_or_two()
    {
        var single = ReaderModel.Load(ModelDirectory.Find("reader"), threads: 1);
        var two = ReaderModel.Load(ModelDirectory.Find("reader"), threads: 2);
        IReadOnlyList<Reading> batch = two.Read(Question, Passages, CancellationToken.None);
        IReadOnlyList<Reading> reversed = single.Read(Question, [.. Passages.Reverse()], CancellationToken.None);
        for (int i = 0; i < Passages.Length; i++)
        {
            Reading alone = Assert.Single(single.Read(Question, [Passages[i]], CancellationToken.None));
            Assert.Equal(Figures(alone), Figures(batch[i]));
            Assert.Equal(Figures(alone), Figures(reversed[Passages.Length - 1 - i]));
        }
    }

    [Fact]
    public void The_best_span_can_be_asked_for_a_range()
    {
        ReaderPassage passage = Passages[0];
        Reading reading = Models.Reader.Read(Question, [passage], CancellationToken.None)[0];
        int second = passage.Text.IndexOf("Deliveries", StringComparison.Ordinal);
        AnswerSpan best = reading.BestSpan()!;
        AnswerSpan inFirst = reading.BestSpan(0, second)!;
        AnswerSpan inSecond = reading.BestSpan(second, passage.Text.Length)!;
        Assert.Contains("December 2017", passage.Text[best.Start..best.End], StringComparison.Ordinal);
        Assert.Equal(best, inFirst);
        Assert.InRange(inSecond.Start, second, passage.Text.Length);
        Assert.True(inSecond.Score < best.Score);
    }

    [Fact]
    public void A_range_without_a_whole_token_has_no_span()
    {
        Reading reading = Models.Reader.Read(Question, [Passages[0]], CancellationToken.None)[0];
        Assert.Null(reading.BestSpan(1, 5));
        Assert.Null(reading.BestSpan(3, 3));
        Assert.Null(reading.BestSpan(5_000, 6_000));
    }

    [Fact]
    public void A_passage_without_text_has_logits_and_no_span()
    {
        Reading reading = Models.Reader.Read(Question, [new ReaderPassage("Title", " ")], CancellationToken.None)[0];
        Assert.Null(reading.BestSpan());
        Assert.True(double.IsFinite(reading.SupportLogit));
    }

    [Fact]
    public void Question_title_and_passage_are_cut_at_their_limits()
    {
        string many = string.Concat(Enumerable.Repeat("word ", 1_000));
        Reading reading = Models.Reader.Read(many, [new ReaderPassage(many, many)], CancellationToken.None)[0];

        // 384 tokens less 3 special ones, 48 of the question, 24 of the title and the colon: 308 words of five characters.
        AnswerSpan last = reading.BestSpan((308 * 5) - 5, many.Length)!;
        Assert.Equal((307 * 5, (307 * 5) + 4), (last.Start, last.End));
        Assert.Null(reading.BestSpan(308 * 5, many.Length));
    }

    [Fact]
    public void No_passages_give_no_readings() =>
        Assert.Empty(Models.Reader.Read(Question, [], CancellationToken.None));

    [Fact]
    public void Cancellation_is_seen() => Assert.ThrowsAny<OperationCanceledException>(
        () => Models.Reader.Read(Question, Passages, new CancellationToken(canceled: true)));

    private static (double Support, double Claim, double Null, AnswerSpan? Span) Figures(Reading reading) =>
        (reading.SupportLogit, reading.ClaimLogit, reading.NullScore, reading.BestSpan());
}
