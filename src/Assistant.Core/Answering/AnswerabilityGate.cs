namespace Assistant.Core.Answering;

/// <summary>Decides whether the best sentence answers the question.</summary>
/// <remarks>Thread-safe.</remarks>
internal sealed class AnswerabilityGate(Calibration calibration, AnsweringOptions options)
{
    /// <summary>Least probability at which an answer is given.</summary>
    public double Threshold => options.Threshold ?? calibration.Threshold;

    /// <summary>Calibrated probability in [0, 1] that the sentence answers the question.</summary>
    public double Probability(SentenceCandidate candidate) => calibration.Probability(candidate.Features);

    /// <summary>True when the sentence may be given as an answer.</summary>
    public bool Passes(SentenceCandidate candidate) => Probability(candidate) >= Threshold;
}
