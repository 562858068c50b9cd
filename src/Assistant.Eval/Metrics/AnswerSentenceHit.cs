using Assistant.Eval.Suites;

namespace Assistant.Eval.Metrics;

/// <summary>
/// Whether the first quoted sentence answers: it overlaps marked evidence, else it holds an accepted answer.
/// </summary>
/// <remarks>
/// Evidence decides where it is marked (as in QED, Lamm et al., TACL 2021, and CLAPNQ, Rosenthal et al., TACL 2025); an
/// answer string that merely occurs in another sentence does not count there. Elsewhere the sentence must hold an
/// answer string between word boundaries, as written but for case or after SQuAD normalisation.
/// </remarks>
internal static class AnswerSentenceHit
{
    /// <summary>Scores by marked evidence.</summary>
    /// <param name="cited">The first citation, or the answer span inside it; null if nothing was quoted.</param>
    /// <param name="evidence">Marked evidence sentences.</param>
    /// <returns>0 or 1; null if no evidence is marked.</returns>
    public static double? ScoreByEvidence(DocumentSpan? cited, IReadOnlyList<GoldEvidence> evidence)
    {
        if (evidence.Count == 0)
            return null;
        return cited is not null && evidence.Any(sentence => EvidenceOverlap.Covers(cited, sentence)) ? 1 : 0;
    }

    /// <summary>Scores by accepted answer strings.</summary>
    /// <param name="sentence">The first quote; null if nothing was quoted.</param>
    /// <param name="answers">Accepted answers, such as occur in the articles word for word.</param>
    /// <returns>0 or 1; null if there are no accepted answers.</returns>
    public static double? ScoreByAnswers(string? sentence, IReadOnlyList<string> answers)
    {
        if (answers.Count == 0)
            return null;
        return sentence is not null && answers.Any(answer => Holds(sentence, answer)) ? 1 : 0;
    }

    /// <summary>Whether a text holds an answer string between word boundaries.</summary>
    public static bool Holds(string text, string answer)
    {
        string wanted = answer.Trim();
        return wanted.Length > 0 && (HoldsAsWritten(text, wanted) || HoldsNormalized(text, wanted));
    }

    private static bool HoldsAsWritten(string text, string answer)
    {
        int at = text.IndexOf(answer, StringComparison.OrdinalIgnoreCase);
        while (at >= 0)
        {
            if (IsBoundary(text, at) && IsBoundary(text, at + answer.Length))
                return true;
            at = text.IndexOf(answer, at + 1, StringComparison.OrdinalIgnoreCase);
        }

        return false;
    }

    private static bool IsBoundary(string text, int at) =>
        at == 0 || at == text.Length || !char.IsLetterOrDigit(text[at - 1]) || !char.IsLetterOrDigit(text[at]);

    private static bool HoldsNormalized(string text, string answer)
    {
        string wanted = SquadNormalization.Normalize(answer);
        return wanted.Length > 0
            && $" {SquadNormalization.Normalize(text)} ".Contains($" {wanted} ", StringComparison.Ordinal);
    }
}
