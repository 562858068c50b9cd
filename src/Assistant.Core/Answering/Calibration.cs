using System.Text.Json;

namespace Assistant.Core.Answering;

/// <summary>Coefficients that turn features into the probability that the first quote answers the question.</summary>
/// <remarks>Written by <c>assistant-eval calibrate</c>; the product reads the copy that is compiled in.</remarks>
public sealed record Calibration
{
    /// <summary>Weight of each feature, by its name in <see cref="AnswerFeatures.Names"/>.</summary>
    public required IReadOnlyDictionary<string, double> Weights { get; init; }

    /// <summary>Constant term, in logits.</summary>
    public required double Intercept { get; init; }

    /// <summary>Least probability at which an answer is given.</summary>
    public required double Threshold { get; init; }

    /// <summary>What the coefficients were fitted on.</summary>
    public required string FittedOn { get; init; }

    /// <summary>The coefficients that this build was made with.</summary>
    /// <exception cref="InvalidDataException">The file names a feature that does not exist, or is not JSON.</exception>
    public static Calibration Load()
    {
        using var stream = typeof(Calibration).Assembly.GetManifestResourceStream("calibration.json")
            ?? throw new InvalidDataException("calibration.json is not compiled in; build the project again.");
        return Parse(stream);
    }

    /// <summary>Reads coefficients from JSON.</summary>
    /// <exception cref="InvalidDataException">The file names a feature that does not exist, or is not JSON.</exception>
    public static Calibration Parse(Stream stream)
    {
        try
        {
            var calibration = JsonSerializer.Deserialize<Calibration>(stream, AssistantJson.Options)
                ?? throw new InvalidDataException("calibration.json is empty; write it with 'assistant-eval calibrate'.");
            var unknown = calibration.Weights.Keys.Except(AnswerFeatures.Names).FirstOrDefault();
            return unknown is null
                ? calibration
                : throw new InvalidDataException(
                    $"calibration.json names the unknown feature '{unknown}'; write it with 'assistant-eval calibrate'.");
        }
        catch (JsonException exception)
        {
            throw new InvalidDataException(
                $"calibration.json cannot be read ({exception.Message}); write it with 'assistant-eval calibrate'.", exception);
        }
    }

    /// <summary>Probability in [0, 1]: sigmoid of the weighted sum.</summary>
    public double Probability(AnswerFeatures features)
    {
        var values = features.ToArray();
        var logit = Intercept;
        for (var i = 0; i < values.Length; i++)
            logit += Weights.GetValueOrDefault(AnswerFeatures.Names[i]) * values[i];
        return 1 / (1 + Math.Exp(-logit));
    }
}
