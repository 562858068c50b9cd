namespace Assistant.Eval.Statistics;

/// <summary>A question's score in two runs.</summary>
/// <param name="Group">Questions of one group (article, conversation) stand or fall together.</param>
/// <param name="Baseline">Score before the change.</param>
/// <param name="Candidate">Score after it.</param>
internal readonly record struct PairedScore(string Group, double Baseline, double Candidate)
{
    /// <summary>Candidate minus baseline.</summary>
    public double Difference => Candidate - Baseline;
}
