namespace Assistant.Core.Answering;

/// <summary>What the gate and the calibration know of the best sentence.</summary>
/// <param name="Support">The reader's support logit of its passage.</param>
/// <param name="Margin">Span score minus null score, in logits.</param>
/// <param name="Fusion">The passage's fused score, in [0, 1].</param>
/// <param name="MissingNames">Share, in [0, 1], of the question's names that its article's description and passage lack.</param>
public sealed record AnswerFeatures(double Support, double Margin, double Fusion, double MissingNames)
{
    /// <summary>Names of the features, in the order of <see cref="ToArray"/>.</summary>
    public static IReadOnlyList<string> Names { get; } = ["support", "margin", "fusion", "missingNames"];

    /// <summary>Values in the order of <see cref="Names"/>.</summary>
    public double[] ToArray() => [Support, Margin, Fusion, MissingNames];
}
