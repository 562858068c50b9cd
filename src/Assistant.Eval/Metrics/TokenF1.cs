namespace Assistant.Eval.Metrics;

/// <summary>
/// Token F1: harmonic mean of precision and recall of the predicted answer's words, as bags, after normalisation.
/// </summary>
/// <remarks>
/// Source: the official SQuAD 1.1 and 2.0 evaluation scripts, Rajpurkar et al. 2016, 2018 (<c>compute_f1</c>).
/// </remarks>
internal static class TokenF1
{
    /// <summary>Scores one prediction.</summary>
    /// <param name="prediction">The short answer; null if none was given.</param>
    /// <param name="answers">Accepted answers; the best one counts.</param>
    /// <returns>In [0, 1]; null if there are no accepted answers.</returns>
    public static double? Score(string? prediction, IReadOnlyList<string> answers)
    {
        if (answers.Count == 0)
            return null;
        if (prediction is null)
            return 0;
        IReadOnlyList<string> tokens = SquadNormalization.Tokens(prediction);
        return answers.Max(answer => Score(tokens, SquadNormalization.Tokens(answer)));
    }

    private static double Score(IReadOnlyList<string> prediction, IReadOnlyList<string> answer)
    {
        if (prediction.Count == 0 || answer.Count == 0)
            return prediction.Count == answer.Count ? 1 : 0;
        Dictionary<string, int> unmatched = answer.CountBy(token => token).ToDictionary();
        int common = 0;
        foreach (string token in prediction)
        {
            if (unmatched.GetValueOrDefault(token) == 0)
                continue;
            unmatched[token]--;
            common++;
        }

        return 2.0 * common / (prediction.Count + answer.Count);
    }
}
