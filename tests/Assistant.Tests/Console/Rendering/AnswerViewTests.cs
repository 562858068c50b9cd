using Assistant.Console.Rendering;
using Assistant.Core;
using Spectre.Console;

namespace Assistant.Tests.Console.Rendering;

public sealed class AnswerViewTests
{
    [Fact]
    public void A_quote_follows_the_short_answer() => Assert.Equal(
        """

        twelve

        [1] “Ankara has twelve posts in Idlib.”
            Posts in Idlib · Sample Wire · undated

        confidence 70 % · 0 passages read · 0.00 s

        """,
        Shown(Quoted()),
        ignoreLineEndingDifferences: true);

    [Fact]
    public void A_long_short_answer_is_only_marked_in_its_quote() => Assert.StartsWith(
        "\n[1] “Ankara has twelve posts in Idlib.”",
        Shown(Quoted() with { ShortAnswer = "Ankara has twelve posts in Idlib and around it" }).ReplaceLineEndings("\n"),
        StringComparison.Ordinal);

    [Fact]
    public void What_a_chat_model_wrote_is_shown_with_the_numbers_of_its_quotes()
    {
        var shown = Shown(Quoted() with
        {
            Mode = AnswerMode.Generative,
            Sentences = [new AnswerSentence("Turkey keeps twelve posts there.", [1], Verdict.Supported)],
            Removed = [new AnswerSentence("They are made of steel.", [], Verdict.Unsupported)],
        });

        Assert.Contains("Turkey keeps twelve posts there. [1]", shown, StringComparison.Ordinal);
        Assert.Contains("[1] “Ankara has twelve posts in Idlib.”", shown, StringComparison.Ordinal);
        Assert.Contains("1 sentence of the chat model left out", shown, StringComparison.Ordinal);
        Assert.DoesNotContain("steel", shown, StringComparison.Ordinal);
    }

    [Fact]
    public void A_sentence_that_is_kept_though_nothing_supports_it_is_marked()
    {
        var kept = new AnswerSentence("They are made of steel.", [], Verdict.Unsupported);

        var shown = Shown(Quoted() with { Mode = AnswerMode.Generative, Sentences = [kept], Removed = [kept] });

        Assert.Contains("They are made of steel. (the articles do not say it)", shown, StringComparison.Ordinal);
        Assert.DoesNotContain("left out", shown, StringComparison.Ordinal);
    }

    [Fact]
    public void It_is_said_why_the_chat_models_answer_is_not_shown() => Assert.Contains(
        "The chat model's answer is not used.",
        Shown(Quoted() with { Degraded = "The chat model's answer is not used." }),
        StringComparison.Ordinal);

    private static Answer Quoted() => new()
    {
        Id = "1",
        Question = "How many posts?",
        StandaloneQuestion = "How many posts?",
        Status = AnswerStatus.Answered,
        ShortAnswer = "twelve",
        Text = "Ankara has twelve posts in Idlib.",
        Sentences = [new AnswerSentence("Ankara has twelve posts in Idlib.", [1], Verdict.Supported)],
        Citations =
        [
            new Citation
            {
                Number = 1,
                ArticleId = "a",
                Revision = "r",
                PassageId = Guid.Empty,
                Start = 0,
                End = 33,
                Quote = "Ankara has twelve posts in Idlib.",
                Title = "Posts in Idlib",
                Source = "Sample Wire",
            },
        ],
        Confidence = 0.7,
        Timings = new AnswerTimings(0, 0, 0),
    };

    private static string Shown(Answer answer)
    {
        using var text = new StringWriter();
        var console = AnsiConsole.Create(new AnsiConsoleSettings { Ansi = AnsiSupport.No, Interactive = InteractionSupport.No, Out = new AnsiConsoleOutput(text) });
        console.Profile.Width = 120;
        new AnswerView(console).Show(answer);
        return text.ToString();
    }
}
