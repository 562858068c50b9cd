using Assistant.Core;
using Assistant.Eval.Generative;

namespace Assistant.Tests.Eval.Generative;

public sealed class GenerativeTextTests
{
    [Fact]
    public void Compares_what_was_written_with_what_was_kept()
    {
        var answer = new Answer
        {
            Id = "a",
            Question = "How long is it?",
            StandaloneQuestion = "How long is it?",
            Status = AnswerStatus.Partial,
            Mode = AnswerMode.Generative,
            Text = "It is 400 metres long.",
            Sentences = [new AnswerSentence("It is 400 metres long.", [1], Verdict.Supported, "passage 2 supports it")],
            Removed = [new AnswerSentence("It is red.", [], Verdict.Unsupported, "not there")],
            Confidence = 0.9,
            Timings = new AnswerTimings(1, 1, 1500),
        };
        var fallback = answer with { Mode = AnswerMode.Extractive, Status = AnswerStatus.Answered, Degraded = "because.", Text = "A quote." };

        var text = GenerativeText.Render([new GenerativeRow("q1", ["400 metres"], answer, 1.5), new GenerativeRow("q2", ["red"], fallback, 2)], showSentences: true);

        Assert.Contains("3 written, 1 kept (0.33), 1 with a repaired citation", text, StringComparison.Ordinal);
        Assert.Contains("of 2: raw model 2, checked 1", text, StringComparison.Ordinal);
        Assert.Contains("1 × because.", text, StringComparison.Ordinal);
        Assert.Contains("removed  It is red. (not there)", text, StringComparison.Ordinal);
    }
}
