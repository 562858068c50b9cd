using Assistant.Eval.Metrics;
using Assistant.Eval.Running;

namespace Assistant.Tests.Eval.Running;

public sealed class CalibrationFitTests
{
    [Fact]
    public void Finds_the_feature_that_tells_and_a_threshold_between()
    {
        var fit = CalibrationFit.Of([RunOf("a", 40), RunOf("b", 200)], null, []);

        Assert.True(fit.Calibration.Weights["support"] > 0.5);
        Assert.InRange(fit.Calibration.Threshold, 0.3, 0.7);
        Assert.Equal(["a", "b"], fit.LeftOut.Select(static suite => suite.Suite));
        Assert.All(fit.LeftOut, static suite => Assert.True(suite.AreaUnderRoc > 0.95));
        Assert.Equal("a (40 questions), b (200 questions), weighted equally", fit.Calibration.FittedOn);
    }

    [Fact]
    public void Fits_on_the_features_and_the_split_asked_for()
    {
        var fit = CalibrationFit.Of([RunOf("a", 40)], "dev", ["support"]);

        Assert.Equal(["support"], fit.Calibration.Weights.Keys);
        Assert.Equal("a (20 questions), weighted equally", fit.Calibration.FittedOn);
        Assert.Empty(fit.LeftOut);
    }

    [Fact]
    public void Leaves_out_what_cannot_be_judged()
    {
        var run = RunOf("a", 40);
        var rows = run.Rows.Select(static (row, index) => index < 4 ? row with { Answerability = "PARTIAL" } : row)
            .Append(run.Rows[0] with { Id = "u", Unmeasured = "lost" });

        var fit = CalibrationFit.Of([run with { Rows = [.. rows] }], null, []);

        Assert.StartsWith("a (36 questions)", fit.Calibration.FittedOn, StringComparison.Ordinal);
    }

    [Fact]
    public void Says_when_there_is_nothing_to_fit() =>
        Assert.Throws<InvalidDataException>(() => CalibrationFit.Of([RunOf("a", 1)], null, []));

    private static Dictionary<string, double> MetricsOf(int i)
    {
        if (i % 2 == 0) return new() { [MetricName.TopQuoteHit] = 1 };
        return i % 10 == 1 ? new() { [MetricName.TopQuoteHit] = 0 } : [];
    }

    private static RunResult RunOf(string suite, int count) => new()
    {
        Suite = suite,
        SuiteHash = "h",
        IndexFingerprint = "f",
        Rows = [.. Enumerable.Range(0, count).Select(static i => new QuestionResult
        {
            Id = $"q{i}",
            Question = "?",
            Group = $"g{i}",
            Split = i % 4 < 2 ? "dev" : "test",
            Answerable = i % 2 == 0 || i % 10 == 1,
            Status = Core.AnswerStatus.Answered,
            Confidence = 0.5,
            Features = new Dictionary<string, double>
            {
                ["support"] = (i % 2 == 0 ? 2 : -2) + (i % 7 * 0.1),
                ["absentNames"] = i % 3,
                ["missingNumbers"] = 0,
            },
            Metrics = MetricsOf(i),
        })],
    };
}
