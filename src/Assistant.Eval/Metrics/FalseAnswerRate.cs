namespace Assistant.Eval.Metrics;

/// <summary>
/// False answer: an answer to a question that the articles do not answer; its mean is the false-answer rate.
/// </summary>
/// <remarks>
/// One minus SQuAD 2.0's <c>NoAns</c> accuracy (Rajpurkar, Jia, Liang, ACL 2018). Underspecified and partly answerable
/// questions are left out.
/// </remarks>
internal static class FalseAnswerRate
{
    /// <summary>Scores one question.</summary>
    /// <param name="answerable">Whether the articles answer it; null if the judges did not decide.</param>
    /// <param name="answered">Whether an answer was given.</param>
    /// <returns>
    /// 1 for a false answer, 0 for a right refusal; null unless the question is known not to be answerable.
    /// </returns>
    public static double? Score(bool? answerable, bool answered)
    {
        if (answerable != false)
            return null;
        return answered ? 1 : 0;
    }
}
