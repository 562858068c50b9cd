using Assistant.Eval.Statistics;

namespace Assistant.Tests.Eval.Statistics;

public sealed class ResamplingTests
{
    private static readonly PairedScore[] ThreeGroups =
    [
        new("g1", 0.5, 1), new("g1", 0.5, 0), new("g2", 0.4, 0.2), new("g1", 0, 0.1),
        new("g3", 1, 1), new("g3", 0.3, 0),
    ];

    [Fact]
    public void Standard_error_takes_groups_as_the_units()
    {
        GroupTotals totals = GroupTotals.Of(ThreeGroups.Select(score => (score.Group, score.Difference)));

        // By hand (and in Python): mean −0.4 / 6; sqrt(3/2 · Σ(sum − mean · count)²) / 6.
        Assert.Equal(-0.06666666666666667, totals.Mean, 12);
        Assert.Equal(0.07515416254704825, totals.StandardError()!.Value, 12);
    }

    [Fact]
    public void Bootstrap_agrees_with_all_27_samples_of_three_groups()
    {
        BootstrapResult result = PairedClusterBootstrap.Test(ThreeGroups, new() { Resamples = 100_000 })!;

        // Of 27 equally likely samples, 4 are at or above 0 (1 above, 3 at), 26 at or below; the ends have 1/27 each.
        Assert.Equal(2 * 4.0 / 27, result.PValue, 0.01);
        Assert.Equal(-0.2, result.Interval.Low, 12);
        Assert.Equal(1.0 / 30, result.Interval.High, 12);
        Assert.Equal(-0.06666666666666667, result.Difference, 12);
    }

    [Fact]
    public void Randomisation_agrees_with_all_16_swaps_of_four_groups()
    {
        double[] changes = [3, 2, -1, 1];
        PairedScore[] scores = [.. changes.Select((change, index) => new PairedScore($"g{index}", 0, change))];

        Assert.Equal(0.375, GroupRandomization.PValue(scores, new() { Resamples = 100_000 }), 0.01);
    }

    [Fact]
    public void The_same_scores_give_the_same_figures_in_any_order()
    {
        PairedScore[] shuffled = [.. ThreeGroups];
        new Random(7).Shuffle(shuffled);

        Assert.Equal(
            PairedClusterBootstrap.Test(ThreeGroups, BootstrapOptions.Default),
            PairedClusterBootstrap.Test(shuffled, BootstrapOptions.Default));
        Assert.Equal(
            GroupRandomization.PValue(ThreeGroups, BootstrapOptions.Default),
            GroupRandomization.PValue(shuffled, BootstrapOptions.Default), 12);
    }

    [Fact]
    public void Another_seed_and_fewer_resamples_change_the_figures()
    {
        BootstrapResult usual = PairedClusterBootstrap.Test(ThreeGroups, BootstrapOptions.Default)!;

        Assert.NotEqual(usual.PValue, PairedClusterBootstrap.Test(ThreeGroups, new() { Seed = 2 })!.PValue);
        Assert.NotEqual(usual.PValue, PairedClusterBootstrap.Test(ThreeGroups, new() { Resamples = 501 })!.PValue);
    }

    [Fact]
    public void A_wider_confidence_widens_the_interval()
    {
        PairedScore[] scores = Pairs(new Random(4), groups: 30, effect: 0);
        BootstrapResult usual = PairedClusterBootstrap.Test(scores, BootstrapOptions.Default)!;
        BootstrapResult sure = PairedClusterBootstrap.Test(scores, new() { Confidence = 0.999 })!;

        Assert.True(sure.Interval.Low < usual.Interval.Low && usual.Interval.High < sure.Interval.High);
    }

    [Fact]
    public void Nothing_changed_is_no_evidence_of_change()
    {
        PairedScore[] scores = [new("a", 1, 1), new("b", 0, 0)];

        Assert.Equal(1, PairedClusterBootstrap.Test(scores, BootstrapOptions.Default)!.PValue);
        Assert.Equal(new Interval(0, 0), PairedClusterBootstrap.Test(scores, BootstrapOptions.Default)!.Interval);
        Assert.Equal(1, GroupRandomization.PValue(scores, BootstrapOptions.Default));
    }

    [Fact]
    public void One_group_or_none_cannot_be_tested()
    {
        Assert.Null(PairedClusterBootstrap.Test([], BootstrapOptions.Default));
        Assert.Null(PairedClusterBootstrap.Test([new("a", 1, 0), new("a", 1, 0)], BootstrapOptions.Default));
        Assert.Null(ClusterBootstrap.MeanInterval([("a", 1)], BootstrapOptions.Default));
        Assert.Null(GroupTotals.Of([("a", 1)]).StandardError());
        Assert.Equal(1, GroupRandomization.PValue([], BootstrapOptions.Default));
    }

    [Fact]
    public void Scores_that_cancel_out_but_for_rounding_count_as_no_difference()
    {
        PairedScore[] scores = [new("a", 0, 0.1), new("a", 0, 0.2), new("a", 0.3, 0), new("b", 0, 0)];

        Assert.Equal(1, PairedClusterBootstrap.Test(scores, BootstrapOptions.Default)!.PValue);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(0.1)]
    public void The_interval_holds_the_true_difference_about_as_often_as_it_says(double effect)
    {
        Random random = new(17);
        BootstrapOptions options = new() { Resamples = 600 };
        const int Rounds = 500;
        int held = 0;
        for (int round = 0; round < Rounds; round++)
        {
            Interval interval = PairedClusterBootstrap.Test(Pairs(random, groups: 40, effect), options)!.Interval;
            if (interval.Low <= effect && effect <= interval.High)
                held++;
        }

        // 95 % wanted; 2.3 standard errors of 500 rounds are 2.2 points, and 40 groups cost about one point.
        Assert.InRange((double)held / Rounds, 0.918, 0.98);
    }

    [Theory]
    [InlineData(8)]
    [InlineData(40)]
    public void Randomisation_keeps_its_level_with_few_groups(int groups)
    {
        Random random = new(23);
        const int Rounds = 400;
        int alarms = Enumerable.Range(0, Rounds).Count(_ =>
            GroupRandomization.PValue(Pairs(random, groups, effect: 0), new() { Resamples = 500 }) <= 0.05);

        Assert.InRange((double)alarms / Rounds, 0.02, 0.075);
    }

    /// <summary>Six questions a group, which share half of their noise.</summary>
    private static PairedScore[] Pairs(Random random, int groups, double effect) =>
        [.. Enumerable.Range(0, groups).SelectMany(group =>
        {
            double shared = random.NextDouble() - 0.5;
            return Enumerable.Range(0, 6).Select(_ =>
                new PairedScore($"g{group}", 0, effect + ((shared + random.NextDouble() - 0.5) / 2)));
        })];
}
