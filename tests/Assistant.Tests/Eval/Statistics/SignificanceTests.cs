using Assistant.Eval.Statistics;

namespace Assistant.Tests.Eval.Statistics;

public sealed class SignificanceTests
{
    // Golden figures: Python with exact fractions.
    [Theory]
    [InlineData(0, 0, 1)]
    [InlineData(5, 0, 0.03125)]
    [InlineData(0, 5, 0.03125)]
    [InlineData(1, 8, 0.021484375)]
    [InlineData(6, 6, 1)]
    [InlineData(12, 30, 0.005401572654591291)]
    [InlineData(700, 800, 0.009824629369101714)]
    public void McNemar_mid_p_is_exact(int lost, int won, double expected) =>
        Assert.Equal(expected, McNemarTest.MidP(lost, won), 10);

    [Fact]
    public void McNemar_survives_large_counts_and_refuses_negative_ones()
    {
        Assert.InRange(McNemarTest.MidP(20_000, 0), 0, 1e-300);
        Assert.Equal(1, McNemarTest.MidP(20_000, 20_000), 6);
        Assert.Throws<ArgumentOutOfRangeException>(() => McNemarTest.MidP(-1, 0));
    }

    [Fact]
    public void Holm_steps_down_and_never_lowers_a_p_value()
    {
        // 0.01 · 3, then max(0.03, 0.03 · 2), then max(0.06, 0.04 · 1).
        Assert.Equal([0.06, 0.03, 0.06], HolmCorrection.Adjust([0.04, 0.01, 0.03]), Near);
        Assert.Equal([0.04, 0.04, 1, 1], HolmCorrection.Adjust([0.01, 0.01, 0.5, 0.9]), Near);
        Assert.Equal([0.2], HolmCorrection.Adjust([0.2]), Near);
        Assert.Empty(HolmCorrection.Adjust([]));
    }

    [Theory]
    [InlineData(0.5, 0)]
    [InlineData(0.975, 1.9599639845400536)]
    [InlineData(0.9, 1.2815515655446008)]
    [InlineData(0.0749, -1.4402382675279632)]
    [InlineData(0.0751, -1.4388253927525398)]
    [InlineData(0.001, -3.090232306167813)]
    [InlineData(1e-15, -7.941345326170995)]
    public void Normal_quantiles_agree_with_python(double probability, double expected) =>
        Assert.Equal(expected, NormalDistribution.Quantile(probability), 5);

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(double.NaN)]
    public void Normal_quantiles_exist_only_inside_zero_and_one(double probability) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => NormalDistribution.Quantile(probability));

    [Theory]
    [InlineData(0, 10, 0, 0.2775327998628892)]
    [InlineData(10, 10, 0.7224672001371107, 1)]
    [InlineData(1, 1, 0.20654931437723745, 1)]
    [InlineData(81, 263, 0.2552885198782742, 0.36620957698280004)]
    public void Wilson_interval_agrees_with_the_formula(int successes, int questions, double low, double high)
    {
        Interval interval = WilsonInterval.OfShare(successes, questions)!.Value;

        Assert.Equal(low, interval.Low, 6);
        Assert.Equal(high, interval.High, 6);
    }

    [Fact]
    public void Wilson_interval_of_nothing_is_unknown()
    {
        Assert.Null(WilsonInterval.OfShare(0, 0));
        Assert.Throws<ArgumentOutOfRangeException>(() => WilsonInterval.OfShare(2, 1));
    }

    // Golden figures: bisection on Connor's power function in Python; a design effect of 2 halves the questions.
    [Theory]
    [InlineData(25, 250, 0.05 / 3, 1, 0.06435971973741883)]
    [InlineData(0, 250, 0.05 / 3, 1, 0.041421735246790964)]
    [InlineData(25, 250, 0.05 / 3, 2, 0.09052050426634344)]
    public void Detectable_difference_of_a_binary_metric_has_the_power_asked_for(
        int changed, int questions, double level, double designEffect, double expected) =>
        Assert.Equal(expected, DetectableDifference.OfBinary(changed, questions, level, designEffect)!.Value, 5);

    [Fact]
    public void Detectable_difference_is_unknown_without_questions_or_noise()
    {
        Assert.Null(DetectableDifference.OfBinary(0, 0, 0.05));
        Assert.Null(DetectableDifference.OfBinary(1, 3, 0.05));
        Assert.Null(DetectableDifference.OfMean(null, 0.05));
        Assert.Null(DetectableDifference.OfMean(0, 0.05));
        Assert.Equal(2.801585 * 0.01, DetectableDifference.OfMean(0.01, 0.05)!.Value, 6);
    }

    private static bool Near(double expected, double actual) => Math.Abs(expected - actual) < 1e-12;
}
