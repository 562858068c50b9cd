using Assistant.Eval.Metrics;

namespace Assistant.Tests.Eval.Metrics;

public sealed class ConfidenceMetricTests
{
    // Golden figures: a Python reference that compares all pairs (AUROC), averages over every order that the ties allow
    // (area under risk–coverage), and shares outcomes among ties (calibration error).
    private static readonly ScoredOutcome[] Eight =
    [
        new(0.3, false), new(0.8, true), new(0.1, false), new(0.9, true),
        new(0.8, false), new(0.5, false), new(0.8, true), new(0.3, true),
    ];

    private static readonly ScoredOutcome[] Many = [.. Enumerable.Range(0, 230).Select(Scatter)];

    [Fact]
    public void Area_under_roc_agrees_with_all_pairs()
    {
        Assert.Equal(0.78125, AreaUnderRoc.Score(Eight)!.Value, 12);
        Assert.Equal(0.8068431001890359, AreaUnderRoc.Score(Many)!.Value, 12);
    }

    [Fact]
    public void Area_under_roc_is_a_half_when_all_tie()
    {
        Assert.Equal(0.5, AreaUnderRoc.Score([new(0.2, true), new(0.2, false), new(0.2, false)]));
    }

    [Fact]
    public void Area_under_roc_needs_both_kinds()
    {
        Assert.Null(AreaUnderRoc.Score([]));
        Assert.Null(AreaUnderRoc.Score([new(0.2, true), new(0.4, true)]));
        Assert.Null(AreaUnderRoc.Score([new(0.2, false)]));
    }

    [Fact]
    public void Risk_coverage_has_a_point_for_each_threshold()
    {
        RiskCoveragePoint[] expected =
        [
            new(0.9, 0.125, 0), new(0.8, 0.5, 0.25), new(0.5, 0.625, 0.4), new(0.3, 0.875, 3.0 / 7), new(0.1, 1, 0.5),
        ];

        Assert.Equal(expected, RiskCoverageCurve.Points(Eight));
        Assert.Empty(RiskCoverageCurve.Points([]));
    }

    [Fact]
    public void Area_under_risk_coverage_averages_over_the_orders_of_ties()
    {
        Assert.Equal(0.298015873015873, RiskCoverageCurve.Area(Eight)!.Value, 12);
        Assert.Equal(0.26547117720683194, RiskCoverageCurve.Area(Many)!.Value, 12);
        Assert.Equal(0.25, RiskCoverageCurve.Area([new(1, true), new(1, true), new(1, true), new(1, false)]));
        Assert.Null(RiskCoverageCurve.Area([]));
    }

    [Fact]
    public void Calibration_error_agrees_with_the_reference()
    {
        Assert.Equal(0.0875, ExpectedCalibrationError.Score(Eight, 3)!.Value, 12);
        Assert.Equal(0.1875, ExpectedCalibrationError.Score(Eight)!.Value, 12);
        Assert.Equal(0.07002448405797101, ExpectedCalibrationError.Score(Many)!.Value, 12);
    }

    [Fact]
    public void Calibration_bins_have_equal_mass()
    {
        Assert.All(ExpectedCalibrationError.Bins(Many), bin => Assert.Equal(23, bin.Count));
        Assert.Equal([2, 3, 3], ExpectedCalibrationError.Bins(Eight, 3).Select(bin => bin.Count));
        Assert.Equal(8, ExpectedCalibrationError.Bins(Eight).Count);
        Assert.Empty(ExpectedCalibrationError.Bins([]));
        Assert.Null(ExpectedCalibrationError.Score([]));
    }

    [Fact]
    public void Figures_do_not_depend_on_the_order_of_the_questions()
    {
        ScoredOutcome[] shuffled = [.. Many];
        new Random(3).Shuffle(shuffled);

        Assert.Equal(AreaUnderRoc.Score(Many), AreaUnderRoc.Score(shuffled));
        Assert.Equal(RiskCoverageCurve.Area(Many), RiskCoverageCurve.Area(shuffled));
        Assert.Equal(ExpectedCalibrationError.Score(Many), ExpectedCalibrationError.Score(shuffled));
    }

    [Fact]
    public void Refuses_a_confidence_that_is_no_number_or_no_probability()
    {
        Assert.Throws<ArgumentException>(() => AreaUnderRoc.Score([new(double.NaN, true)]));
        Assert.Throws<ArgumentException>(() => RiskCoverageCurve.Area([new(double.NaN, true)]));
        Assert.Throws<ArgumentException>(() => ExpectedCalibrationError.Score([new(double.NaN, true)]));
        Assert.Throws<ArgumentException>(() => ExpectedCalibrationError.Score([new(1.01, true)]));
        Assert.Throws<ArgumentOutOfRangeException>(() => ExpectedCalibrationError.Score(Eight, 0));
    }

    [Theory]
    [InlineData(false, true, 1.0, null)]
    [InlineData(false, false, 0.0, null)]
    [InlineData(true, true, null, 0.0)]
    [InlineData(true, false, null, 1.0)]
    [InlineData(null, true, null, null)]
    public void Each_wrong_decision_is_judged_on_its_own_questions(
        bool? answerable, bool answered, double? falseAnswer, double? wrongRefusal)
    {
        Assert.Equal(falseAnswer, FalseAnswerRate.Score(answerable, answered));
        Assert.Equal(wrongRefusal, WrongRefusalRate.Score(answerable, answered));
    }

    [Theory]
    [InlineData(50, 3)]
    [InlineData(95, 5)]
    [InlineData(100, 5)]
    [InlineData(1, 1)]
    [InlineData(20, 1)]
    [InlineData(21, 2)]
    public void A_percentile_is_a_time_that_occurs(int percent, double expected) =>
        Assert.Equal(expected, LatencyPercentile.Score([5, 1, 4, 2, 3], percent));

    [Fact]
    public void Percentiles_of_nothing_are_not_known_and_odd_percents_refused()
    {
        Assert.Null(LatencyPercentile.Score([], 50));
        Assert.Equal(7, LatencyPercentile.Score([7], 95));
        Assert.Throws<ArgumentOutOfRangeException>(() => LatencyPercentile.Score([1], 0));
        Assert.Throws<ArgumentOutOfRangeException>(() => LatencyPercentile.Score([1], 101));
    }

    [Fact]
    public void The_mean_leaves_out_what_was_not_judged()
    {
        Assert.Equal(0.5, MeanOfJudged.Score([1, null, 0, null]));
        Assert.Null(MeanOfJudged.Score([null, null]));
        Assert.Null(MeanOfJudged.Score([]));
    }

    private static ScoredOutcome Scatter(int index)
    {
        double confidence = index * 37 % 101 / 101.0;
        return new(Math.Round(confidence, 6), index * 53 % 97 / 97.0 < confidence);
    }
}
