using Assistant.Core;
using Assistant.Eval.Comparison;
using Assistant.Eval.Metrics;
using Assistant.Eval.Running;
using Assistant.Eval.Statistics;

namespace Assistant.Tests.Eval.Comparison;

public sealed class RunComparerTests
{
    private static readonly BootstrapOptions Quick = new() { Resamples = 400 };

    private static readonly RunResult Baseline = SyntheticRun.Make(groups: 40, new Random(1));

    [Fact]
    public void An_unchanged_run_passes()
    {
        SuiteComparison comparison = RunComparer.Compare(Baseline, Baseline, BootstrapOptions.Default);

        Assert.True(comparison.Passes);
        Assert.Equal(240, comparison.Questions);
        Assert.Empty(comparison.Changed);
        Assert.Empty(comparison.Unmeasured);
        Assert.All(comparison.Metrics, metric => Assert.Equal(0, metric.Difference));
        Assert.All(
            comparison.Metrics.Where(metric => metric.Metric.Gates),
            metric => Assert.Equal((1.0, ChangeVerdict.NotSignificant), (metric.AdjustedPValue, metric.Verdict)));
    }

    [Theory]
    [InlineData(MetricName.AnswerSentenceHit, 0)]
    [InlineData(MetricName.FalseAnswer, 1)]
    [InlineData(MetricName.Ndcg, 0)]
    public void A_primary_metric_broken_on_many_questions_is_caught(string name, double worst)
    {
        SuiteComparison comparison = Compare(row => Breaks(row, name) ? row.WithMetric(name, worst) : row);

        string failure = Assert.Single(comparison.Failures);
        Assert.StartsWith($"{name} got worse", failure, StringComparison.Ordinal);
        Assert.Equal(ChangeVerdict.Worse, Find(comparison, name).Verdict);
    }

    [Theory]
    [InlineData(MetricName.AnswerSentenceHit, 1)]
    [InlineData(MetricName.FalseAnswer, 0)]
    [InlineData(MetricName.Ndcg, 1)]
    public void A_change_for_the_better_passes(string name, double best)
    {
        SuiteComparison comparison = Compare(row => Breaks(row, name) ? row.WithMetric(name, best) : row);

        Assert.True(comparison.Passes);
        Assert.Equal(ChangeVerdict.Better, Find(comparison, name).Verdict);
    }

    [Fact]
    public void A_metric_that_does_not_gate_is_reported_and_passes()
    {
        SuiteComparison comparison = Compare(row =>
            row.Answerable ? row.WithMetric(MetricName.WrongRefusal, 1) : row);

        Assert.True(comparison.Passes);
        Assert.Equal(ChangeVerdict.Worse, Find(comparison, MetricName.WrongRefusal).Verdict);
        Assert.Null(Find(comparison, MetricName.WrongRefusal).AdjustedPValue);
    }

    [Fact]
    public void Three_lost_answers_are_listed_but_not_flagged()
    {
        string[] lost = [.. Baseline.Rows.Where(row => IsHit(row)).Take(3).Select(row => row.Id)];
        SuiteComparison comparison = Compare(row => lost.Contains(row.Id)
            ? row.WithMetric(MetricName.AnswerSentenceHit, 0) with { Text = "Other." }
            : row);

        Assert.True(comparison.Passes);
        Assert.Equal(lost, comparison.Changed.Select(changed => changed.Id));
        Assert.All(comparison.Changed, changed => Assert.Equal([MetricName.AnswerSentenceHit], changed.Worse));
        Assert.Equal(3, Find(comparison, MetricName.AnswerSentenceHit).Lost);
    }

    [Theory]
    [InlineData(0.03)]
    [InlineData(0.3)]
    public void False_alarms_of_the_whole_gate_stay_below_the_level(double share)
    {
        // Changes for the worse and the better are equally likely, and questions of a group tend to move together.
        Random random = new(share < 0.1 ? 41 : 43);
        const int Rounds = 300;
        int alarms = Enumerable.Range(0, Rounds).Count(_ => !RunComparer.Compare(
            Baseline.WithNoise(share, random), Baseline.WithNoise(share, random), Quick).Passes);

        // 2.5 % is the most that a two-sided 5 % leaves for drops; two standard errors of 300 rounds are 1.8 points.
        Assert.InRange((double)alarms / Rounds, 0, 0.043);
    }

    [Fact]
    public void A_drop_of_the_smallest_detectable_difference_is_caught_four_times_in_five()
    {
        // Of 160 questions a fifth change; the drop is the surplus of those that change for the worse.
        const double Discordance = 0.2;
        const int Rounds = 120;
        double drop = DetectableDifference.OfBinary(32, 160, RunComparer.Level / 3)!.Value;
        Random random = new(47);
        int caught = 0;
        for (int round = 0; round < Rounds; round++)
        {
            Dictionary<string, double> draws = Baseline.Rows.ToDictionary(row => row.Id, _ => random.NextDouble());
            bool IsLost(QuestionResult row) => draws[row.Id] < (Discordance + drop) / 2;
            bool IsWon(QuestionResult row) => draws[row.Id] > 1 - ((Discordance - drop) / 2);
            RunResult before = Baseline.With(row => SetHit(row, IsLost(row), !IsWon(row) && IsHit(row)));
            RunResult after = Baseline.With(row => SetHit(row, IsWon(row), !IsLost(row) && IsHit(row)));
            if (!RunComparer.Compare(before, after, Quick).Passes)
                caught++;
        }

        Assert.InRange((double)caught / Rounds, 0.7, 0.9);
    }

    [Fact]
    public void An_unmeasured_question_fails_and_is_left_out_of_the_figures()
    {
        SuiteComparison comparison = Compare(row => row.Id == "q7"
            ? row with { Unmeasured = "timed out", Metrics = new Dictionary<string, double>(), Text = null }
            : row);

        Assert.Equal("1 question(s) could not be measured.", Assert.Single(comparison.Failures));
        Assert.Equal(new UnmeasuredQuestion("q7", "timed out"), Assert.Single(comparison.Unmeasured));
        Assert.Equal(239, comparison.Questions);
        Assert.Empty(comparison.Changed);
        Assert.All(comparison.Metrics, metric => Assert.Equal(0, metric.Difference));
    }

    [Fact]
    public void A_question_that_the_baseline_could_not_measure_fails_too()
    {
        RunResult hole = Baseline.With(row => row.Id == "q7" ? row with { Unmeasured = "crashed" } : row);

        SuiteComparison comparison = RunComparer.Compare(hole, Baseline, Quick);

        Assert.False(comparison.Passes);
        Assert.Equal("in the baseline: crashed", Assert.Single(comparison.Unmeasured).Reason);
    }

    [Fact]
    public void A_primary_metric_that_one_run_leaves_out_is_not_measured()
    {
        SuiteComparison comparison = Compare(row => row.Id == "q6"
            ? row with { Metrics = row.Metrics.Where(m => m.Key != MetricName.Ndcg).ToDictionary() }
            : row);

        Assert.False(comparison.Passes);
        Assert.Contains(MetricName.Ndcg, Assert.Single(comparison.Unmeasured).Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void Every_changed_answer_is_listed_even_if_no_metric_moved()
    {
        SuiteComparison comparison = Compare(row => row.Id switch
        {
            "q1" => row with { Text = "Reworded." },
            "q2" => row with { Status = AnswerStatus.NoEvidence },
            "q3" => row with { Citations = [Cite(0, 5)] },
            "q4" => row with { Confidence = 0.01, LatencyMs = 9999 },
            _ => row,
        });

        Assert.Equal(["q1", "q2", "q3"], comparison.Changed.Select(changed => changed.Id));
        Assert.All(comparison.Changed, changed => Assert.Empty(changed.Worse.Concat(changed.Better)));
    }

    [Fact]
    public void An_empty_run_passes_nothing()
    {
        RunResult empty = Baseline with { Rows = [] };

        Assert.Equal("Nothing was compared.", Assert.Single(RunComparer.Compare(empty, empty, Quick).Failures));
    }

    [Fact]
    public void Notes_tell_what_else_differs()
    {
        RunResult other = Baseline.With(row => row.WithMetric(MetricName.ExactQuotes, 0.5)) with
        {
            SuiteHash = "t",
            IndexFingerprint = "j",
            IsComplete = false,
            Options = new SortedDictionary<string, string> { ["limit"] = "9" },
        };
        RunResult quoted = Baseline.With(row => row.WithMetric(MetricName.ExactQuotes, 1));

        SuiteComparison comparison = RunComparer.Compare(quoted, other, Quick);

        Assert.Equal(5, comparison.Notes.Count);
        Assert.Empty(RunComparer.Compare(Baseline, Baseline, Quick).Notes);
    }

    [Fact]
    public void A_metric_that_the_suite_does_not_judge_is_noted_and_not_corrected_for()
    {
        RunResult answerable = Baseline with { Rows = [.. Baseline.Rows.Where(row => row.Answerable)] };
        RunResult worse = answerable.With(row =>
            Breaks(row, MetricName.Ndcg) ? row.WithMetric(MetricName.Ndcg, 0) : row);

        SuiteComparison comparison = RunComparer.Compare(answerable, worse, Quick);
        MetricComparison ndcg = Find(comparison, MetricName.Ndcg);

        Assert.Contains("false_answer is not judged in this suite.", comparison.Notes);
        Assert.Equal(2 * ndcg.PValue!.Value, ndcg.AdjustedPValue!.Value, 12);
    }

    [Fact]
    public void One_group_cannot_be_tested_and_says_so()
    {
        RunResult one = Baseline.With(row => row with { Group = "same" });
        SuiteComparison comparison = RunComparer.Compare(one, one, Quick);

        Assert.Equal(3, comparison.Notes.Count(note => note.Contains("cannot be tested", StringComparison.Ordinal)));
    }

    [Fact]
    public void Figures_of_whole_runs_are_compared_without_a_test()
    {
        SuiteComparison comparison = Compare(row => row with { LatencyMs = row.LatencyMs * 2 });

        MetricComparison median = Find(comparison, MetricName.LatencyP50);
        Assert.Equal((129, 258, ChangeVerdict.NotTested), (median.Baseline, median.Candidate, median.Verdict));
        Assert.Null(median.PValue);
        Assert.True(comparison.Passes);
    }

    private static SuiteComparison Compare(Func<QuestionResult, QuestionResult> change) =>
        RunComparer.Compare(Baseline, Baseline.With(change), Quick);

    private static MetricComparison Find(SuiteComparison comparison, string name) =>
        comparison.Metrics.Single(metric => metric.Metric.Name == name);

    private static bool IsHit(QuestionResult row) =>
        row.Metrics.GetValueOrDefault(MetricName.AnswerSentenceHit) > 0;

    private static QuestionResult SetHit(QuestionResult row, bool isForced, bool otherwise) =>
        row.Answerable ? row.WithMetric(MetricName.AnswerSentenceHit, Convert.ToDouble(isForced || otherwise)) : row;

    private static bool Breaks(QuestionResult row, string name) =>
        row.Metrics.ContainsKey(name) && row.Id[^1] is '0' or '1' or '2' or '4';

    private static CitedQuote Cite(int start, int end) =>
        new() { Number = 1, DocumentId = "d", Start = start, End = end, Quote = "quote", IsExact = true };
}
