namespace Assistant.Core.Answering;

/// <summary>What the gate and the calibration know of the best quote.</summary>
/// <param name="Support">The largest support logit of the passages that were read.</param>
/// <param name="QuoteSupport">The larger support logit of the quote's passage and of the quote read alone.</param>
/// <param name="AbsentNames">How many of the question's names no passage that was read mentions; 2 stands for more.</param>
/// <param name="MissingNumbers">How many of the question's numbers and designations the quote's own passage, title and date lack; 2 stands for more.</param>
public sealed record AnswerFeatures(double Support, double QuoteSupport, double AbsentNames, double MissingNumbers)
{
    /// <summary>Names of the features, in the order of <see cref="ToArray"/>.</summary>
    public static IReadOnlyList<string> Names { get; } = ["support", "quoteSupport", "absentNames", "missingNumbers"];

    /// <summary>Values in the order of <see cref="Names"/>.</summary>
    public double[] ToArray() => [Support, QuoteSupport, AbsentNames, MissingNumbers];
}
