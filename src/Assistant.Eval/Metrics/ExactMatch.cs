namespace Assistant.Eval.Metrics;

/// <summary>EM: whether the predicted answer equals one of the accepted ones after SQuAD normalisation.</summary>
/// <remarks>
/// Source: Rajpurkar et al., "SQuAD: 100,000+ questions for machine comprehension of text", EMNLP 2016. Questions
/// without an answer are not judged here, other than in SQuAD 2.0's script: refusals have metrics of their own.
/// </remarks>
internal static class ExactMatch
{
    /// <summary>Scores one prediction.</summary>
    /// <param name="prediction">The short answer; null if none was given.</param>
    /// <param name="answers">Accepted answers; the best one counts.</param>
    /// <returns>0 or 1; null if there are no accepted answers.</returns>
    public static double? Score(string? prediction, IReadOnlyList<string> answers)
    {
        if (answers.Count == 0)
            return null;
        if (prediction is null)
            return 0;
        string normal = SquadNormalization.Normalize(prediction);
        return answers.Any(answer => SquadNormalization.Normalize(answer) == normal) ? 1 : 0;
    }
}
