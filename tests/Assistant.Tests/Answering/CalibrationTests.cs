using System.Text;
using Assistant.Core.Answering;

namespace Assistant.Tests.Answering;

public class CalibrationTests
{
    [Fact]
    public void The_compiled_in_coefficients_rank_support_up_and_missing_names_down()
    {
        var calibration = Calibration.Load();

        var plain = calibration.Probability(new AnswerFeatures(1, 1, 0, 0));
        Assert.InRange(calibration.Threshold, 0.05, 0.95);
        Assert.True(calibration.Probability(new AnswerFeatures(2, 1, 0, 0)) > plain);
        Assert.True(calibration.Probability(new AnswerFeatures(1, 1, 1, 0)) < plain);
        Assert.True(calibration.Probability(new AnswerFeatures(1, 1, 0, 1)) < plain);
    }

    [Fact]
    public void Is_the_logistic_function_of_the_weighted_sum()
    {
        var calibration = Parse("""{"weights":{"support":2},"intercept":-1,"threshold":0.5,"fittedOn":"x"}""");

        Assert.Equal(1 / (1 + Math.Exp(-3)), calibration.Probability(new AnswerFeatures(2, 7, 7, 7)), 12);
    }

    [Theory]
    [InlineData("""{"weights":{"luck":2},"intercept":0,"threshold":0.5,"fittedOn":"x"}""", "luck")]
    [InlineData("""{"weights":{}}""", "calibrate")]
    [InlineData("nonsense", "calibrate")]
    public void Refuses_coefficients_that_it_does_not_understand(string json, string named)
    {
        var error = Assert.Throws<InvalidDataException>(() => Parse(json));

        Assert.Contains(named, error.Message, StringComparison.Ordinal);
    }

    private static Calibration Parse(string json) => Calibration.Parse(new MemoryStream(Encoding.UTF8.GetBytes(json)));
}
