using Assistant.Eval.Comparison;
using Assistant.Eval.Metrics;
using Assistant.Eval.Running;
using Assistant.Eval.Statistics;

namespace Assistant.Tests.Eval.Comparison;

public sealed class RunTotalsTests
{
    private static readonly IReadOnlyList<QuestionResult> Rows = SyntheticRun.Make(groups: 20, new Random(1)).Rows;

    [Fact]
    public void Totals_are_means_over_the_questions_judged_with_an_interval_around_them()
    {
        RunTotal total = Find(Rows, MetricName.FalseAnswer);
        IEnumerable<QuestionResult> unanswerable = Rows.Where(row => !row.Answerable);

        Assert.Equal(40, total.Questions);
        Assert.Equal(unanswerable.Average(row => row.Metrics[MetricName.FalseAnswer]), total.Value);
        Assert.InRange(total.Value, total.Interval!.Value.Low, total.Interval.Value.High);
    }

    [Fact]
    public void Shares_of_ungrouped_questions_have_wilson_intervals()
    {
        QuestionResult[] ungrouped = [.. Rows.Select(row => row with { Group = row.Id })];
        RunTotal total = Find(ungrouped, MetricName.AnswerSentenceHit);

        Assert.Equal(WilsonInterval.OfShare((int)Math.Round(total.Value * 80), 80), total.Interval);
    }

    [Fact]
    public void Primary_metrics_come_first() =>
        Assert.Equal(
            [MetricName.AnswerSentenceHit, MetricName.FalseAnswer, MetricName.Ndcg],
            RunTotals.Of(Rows, BootstrapOptions.Default).Take(3).Select(total => total.Metric.Name));

    [Fact]
    public void Confidence_ranks_answerable_questions_without_those_reported_apart()
    {
        QuestionResult[] apart = [.. Rows.Select(row =>
            row.Answerable ? row : row with { Answerability = "UNDERSPECIFIED", Confidence = 1 })];

        Assert.InRange(Find(Rows, MetricName.AreaUnderRoc).Value, 0.8, 1);
        Assert.DoesNotContain(Totals(apart), total => total.Metric.Name == MetricName.AreaUnderRoc);
    }

    [Fact]
    public void Risk_takes_the_best_quote_before_the_gate_where_it_is_known()
    {
        QuestionResult[] known = [.. Rows.Select(row =>
            row.Answerable ? row.WithMetric(MetricName.TopQuoteHit, 1) : row)];

        Assert.All(RunTotals.FirstQuotes(known).Take(4), outcome => Assert.True(outcome.IsPositive));
        Assert.Equal(80, RunTotals.FirstQuotes(known).Count(outcome => outcome.IsPositive));
        Assert.Equal(120, RunTotals.FirstQuotes(known).Count);
    }

    [Fact]
    public void Unanswerable_questions_alone_say_nothing_of_risk()
    {
        QuestionResult[] unanswerable = [.. Rows.Where(row => !row.Answerable)];

        Assert.Empty(RunTotals.FirstQuotes(unanswerable));
        Assert.DoesNotContain(Totals(unanswerable), total => total.Metric.Name == MetricName.CalibrationError);
    }

    [Fact]
    public void Unmeasured_questions_and_empty_runs_have_no_totals()
    {
        Assert.Empty(Totals([]));
        Assert.Empty(Totals([.. Rows.Select(row => row with { Unmeasured = "crashed" })]));
    }

    private static IReadOnlyList<RunTotal> Totals(IReadOnlyCollection<QuestionResult> rows) =>
        RunTotals.Of(rows, new() { Resamples = 500 });

    private static RunTotal Find(IReadOnlyCollection<QuestionResult> rows, string name) =>
        Totals(rows).Single(total => total.Metric.Name == name);
}
