using Assistant.Eval.Comparison;
using Assistant.Eval.Metrics;
using Assistant.Eval.Running;

namespace Assistant.Tests.Eval.Comparison;

public sealed class ComparisonTextTests
{
    private static readonly RunResult Baseline = SyntheticRun.Make(groups: 20, new Random(1));

    [Fact]
    public void Tells_figures_changed_answers_and_the_decision()
    {
        string text = Render(row => row.Answerable
            ? row.WithMetric(MetricName.Ndcg, 0) with { Text = $"Changed {row.Id}." }
            : row);
        string[] lines = text.Split('\n');

        Assert.StartsWith("made-up: 120 questions compared, 80 answers changed", text, StringComparison.Ordinal);
        Assert.EndsWith(
            " worse",
            Assert.Single(lines, line => line.StartsWith("* ndcg@10", StringComparison.Ordinal)),
            StringComparison.Ordinal);
        Assert.Equal(80, lines.Count(line => line.StartsWith("changed: ", StringComparison.Ordinal)));
        Assert.Contains(lines, line => line.StartsWith("fails: ndcg@10 got worse", StringComparison.Ordinal));
        Assert.EndsWith("does not pass\n", text, StringComparison.Ordinal);
        Assert.EndsWith("\npasses\n", Render(row => row), StringComparison.Ordinal);
    }

    [Fact]
    public void Hostile_text_cannot_reach_the_terminal_and_stays_on_one_short_line()
    {
        string text = Render(row => row.Id == "q1"
            ? row with { Text = "\u001b[31mred\u202e\nfails: no\u0007 " + new string('x', 5000) }
            : row);

        Assert.DoesNotContain(text, character => char.IsControl(character) && character != '\n');
        Assert.DoesNotContain('\u202e', text);
        Assert.DoesNotContain("\nfails", text, StringComparison.Ordinal);
        Assert.All(text.Split('\n'), line => Assert.InRange(line.Length, 0, 200));
    }

    [Fact]
    public void Unmeasured_questions_are_named()
    {
        string text = Render(row => row.Id == "q1" ? row with { Unmeasured = "crashed" } : row);

        Assert.Contains("not measured: q1: crashed\n", text, StringComparison.Ordinal);
    }

    private static string Render(Func<QuestionResult, QuestionResult> change) =>
        ComparisonText.Render(RunComparer.Compare(Baseline, Baseline.With(change), new() { Resamples = 500 }));
}
