using Assistant.Eval.Statistics;

namespace Assistant.Tests.Eval.Statistics;

public sealed class LogisticRegressionTests
{
    private static readonly LogisticSample[] Eight =
    [
        new("a", [0.5, 1.0], false), new("a", [1.5, -1.0], true), new("a", [2.0, 0.3], true),
        new("a", [-1.0, 0.2], false), new("a", [0.2, -0.7], true),
        new("b", [3.1, 2.0], true), new("b", [0.1, 1.1], false), new("b", [-0.4, -2.0], true),
    ];

    [Fact]
    public void Agrees_with_gradient_descent()
    {
        // Golden figures: plain gradient descent to a gradient of 1e-14 in Python.
        LogisticModel model = LogisticRegression.Fit(Eight, l2: 0.01);

        Assert.Equal(-0.31636932128535067, model.Intercept, 8);
        Assert.Equal(2.313907463604518, model.Coefficients[0], 8);
        Assert.Equal(-2.277200484036579, model.Coefficients[1], 8);
    }

    [Fact]
    public void Equal_suites_agree_with_weighted_gradient_descent()
    {
        IReadOnlyList<LogisticSample> weighted = LogisticSample.WeighSuitesEqually(Eight);
        LogisticModel model = LogisticRegression.Fit(weighted, l2: 0.01);

        Assert.Equal(4, weighted.Where(sample => sample.Suite == "a").Sum(sample => sample.Weight), 12);
        Assert.Equal(4, weighted.Where(sample => sample.Suite == "b").Sum(sample => sample.Weight), 12);
        Assert.Equal(-0.2967720612459146, model.Intercept, 8);
        Assert.Equal(2.2585971550858974, model.Coefficients[0], 8);
        Assert.Equal(-2.1236221565419453, model.Coefficients[1], 8);
    }

    [Fact]
    public void Without_informative_features_the_model_promises_the_base_rate()
    {
        LogisticSample[] samples = [.. Enumerable.Range(0, 10).Select(n => new LogisticSample("a", [7], n < 3))];

        Assert.Equal(0.3, LogisticRegression.Fit(samples).Probability([7]), 6);
    }

    [Fact]
    public void Separable_samples_stay_finite()
    {
        LogisticModel model = LogisticRegression.Fit([new("a", [0], false), new("a", [1], true)]);

        Assert.True(double.IsFinite(model.Intercept) && double.IsFinite(model.Coefficients[0]));
        Assert.InRange(model.Probability([0]), 0, 0.1);
        Assert.InRange(model.Probability([1]), 0.9, 1);
    }

    [Fact]
    public void Extreme_features_converge()
    {
        LogisticSample[] samples = [.. Enumerable.Range(0, 200).Select(n =>
            new LogisticSample("a", [n * 1e6, n % 7 * 1e-6], n % 10 < n / 20))];
        LogisticModel model = LogisticRegression.Fit(samples);

        Assert.InRange(model.Probability([0, 0]), 0, 0.2);
        Assert.InRange(model.Probability([2e8, 0]), 0.8, 1);
    }

    [Fact]
    public void A_stronger_penalty_shrinks_the_coefficients() =>
        Assert.True(Math.Abs(LogisticRegression.Fit(Eight, l2: 1).Coefficients[0])
            < Math.Abs(LogisticRegression.Fit(Eight, l2: 0.01).Coefficients[0]));

    [Fact]
    public void Refuses_what_cannot_be_fitted()
    {
        Assert.Throws<ArgumentException>(() => LogisticRegression.Fit([]));
        Assert.Throws<ArgumentException>(() => LogisticRegression.Fit([new("a", [1], true), new("a", [2], true)]));
        Assert.Throws<ArgumentException>(() => LogisticRegression.Fit([new("a", [1], true), new("a", [], false)]));
        Assert.Throws<ArgumentException>(
            () => LogisticRegression.Fit([new("a", [double.NaN], true), new("a", [1], false)]));
        Assert.Throws<ArgumentException>(
            () => LogisticRegression.Fit([new("a", [1], true, -1), new("a", [1], false)]));
        Assert.Throws<ArgumentOutOfRangeException>(() => LogisticRegression.Fit(Eight, l2: 0));
        Assert.Throws<ArgumentException>(() => LogisticRegression.Fit(Eight).Probability([1]));
    }

    [Fact]
    public void Each_suite_is_scored_by_a_model_that_never_saw_it()
    {
        Random random = new(29);
        LogisticSample[] samples = [.. Enumerable.Range(0, 900).Select(n => Draw(random, $"suite{n % 3}"))];

        IReadOnlyList<LeftOutSuite> left = LeaveOneSuiteOut.Evaluate(samples);
        LogisticModel withoutSuite1 = LogisticRegression.Fit(LogisticSample.WeighSuitesEqually(
            [.. samples.Where(sample => sample.Suite != "suite1")]));

        Assert.Equal(["suite0", "suite1", "suite2"], left.Select(suite => suite.Suite));
        Assert.All(left, suite => Assert.Equal(300, suite.Questions));
        Assert.Equal(withoutSuite1.Intercept, left[1].Model.Intercept, 12);
        Assert.All(left, suite => Assert.InRange(suite.AreaUnderRoc!.Value, 0.75, 1));
        Assert.All(left, suite => Assert.InRange(suite.CalibrationError!.Value, 0, 0.12));
        Assert.All(left, suite => Assert.InRange(suite.Model.Coefficients[0], 1.3, 2.7));
    }

    [Fact]
    public void One_suite_cannot_be_left_out() =>
        Assert.Throws<ArgumentException>(() => LeaveOneSuiteOut.Evaluate([.. Eight.Take(5)]));

    private static LogisticSample Draw(Random random, string suite)
    {
        double feature = (random.NextDouble() * 4) - 2;
        return new(suite, [feature], random.NextDouble() < 1 / (1 + Math.Exp(-2 * feature)));
    }
}
