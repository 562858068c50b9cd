using Assistant.Eval.Comparison;
using Assistant.Eval.Running;

namespace Assistant.Tests.Eval.Comparison;

public sealed class PairedRowsTests
{
    private static readonly RunResult Run = SyntheticRun.Make(groups: 2, new Random(1));

    [Fact]
    public void Rows_pair_by_id_whatever_their_order()
    {
        IReadOnlyList<RowPair> pairs = PairedRows.Match(Run with { Rows = [.. Run.Rows.Reverse()] }, Run);

        Assert.Equal(Run.Rows.Select(row => row.Id), pairs.Select(pair => pair.Candidate.Id));
        Assert.All(pairs, pair => Assert.Same(pair.Baseline, pair.Candidate));
    }

    [Fact]
    public void Questions_of_one_run_only_are_an_error_that_names_them()
    {
        RunResult shorter = Run with { Rows = [.. Run.Rows.Skip(7)], IsComplete = false };

        RunMismatchException lost = Assert.Throws<RunMismatchException>(() => PairedRows.Match(Run, shorter));
        RunMismatchException added = Assert.Throws<RunMismatchException>(() => PairedRows.Match(shorter, Run));

        Assert.Contains("Only the baseline asks 7 (q0, q1, q2, q3, q4, …).", lost.Message, StringComparison.Ordinal);
        Assert.Contains("--resume", lost.Message, StringComparison.Ordinal);
        Assert.Contains("Only the candidate asks 7", added.Message, StringComparison.Ordinal);
        Assert.Contains("The baseline was interrupted.", added.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Another_suite_is_an_error() =>
        Assert.Contains(
            "'other'",
            Assert.Throws<RunMismatchException>(() => PairedRows.Match(Run with { Suite = "other" }, Run)).Message,
            StringComparison.Ordinal);

    [Fact]
    public void A_question_that_stands_twice_is_an_error() =>
        Assert.Contains(
            "'q0' twice",
            Assert.Throws<RunMismatchException>(
                () => PairedRows.Match(Run, Run with { Rows = [.. Run.Rows, Run.Rows[0]] })).Message,
            StringComparison.Ordinal);
}
