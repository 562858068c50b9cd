namespace Assistant.Eval.Metrics;

/// <summary>
/// Wrong refusal: no answer to a question that the articles answer; its mean is the wrong-refusal rate.
/// </summary>
/// <remarks>
/// The other error of a selective answerer: Kamath, Jia, Liang, "Selective question answering under domain shift",
/// ACL 2020.
/// </remarks>
internal static class WrongRefusalRate
{
    /// <summary>Scores one question.</summary>
    /// <param name="answerable">Whether the articles answer it; null if the judges did not decide.</param>
    /// <param name="answered">Whether an answer was given.</param>
    /// <returns>1 for a wrong refusal, 0 for an answer; null unless the question is known to be answerable.</returns>
    public static double? Score(bool? answerable, bool answered)
    {
        if (answerable != true)
            return null;
        return answered ? 0 : 1;
    }
}
