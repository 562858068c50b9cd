namespace Assistant.Core.Answering;

/// <summary>Decides whether a quote answers the question.</summary>
/// <remarks>Thread-safe.</remarks>
internal sealed class AnswerabilityGate(Calibration calibration, AnsweringOptions options)
{
    /// <summary>
    /// Of 23 development questions about one year that the quote's passage, title and date lacked, the quote answered two.
    /// </summary>
    private const double OtherYearProbability = 2.0 / 23;

    /// <summary>Least probability at which an answer is given.</summary>
    public double Threshold => options.Threshold ?? calibration.Threshold;

    /// <summary>Calibrated probability in [0, 1] that the quote answers the question.</summary>
    public double Probability(AnswerCandidate candidate) =>
        InYear(candidate, calibration.Probability(candidate.Features));

    /// <summary>The same of the quote read alone, without the rest of its passage.</summary>
    public double ProbabilityAlone(AnswerCandidate candidate) =>
        InYear(candidate, calibration.Probability(candidate.Features with { Support = candidate.SupportAlone, QuoteSupport = candidate.SupportAlone }));

    /// <summary>True when the quote may be given as an answer.</summary>
    public bool Passes(AnswerCandidate candidate) => Probability(candidate) >= Threshold;

    private static double InYear(AnswerCandidate candidate, double probability) =>
        candidate.IsOfAskedYear ? probability : Math.Min(probability, OtherYearProbability);
}
