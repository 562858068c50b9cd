using Assistant.Core;
using Assistant.Eval.Metrics;

namespace Assistant.Eval.Generative;

/// <summary>One question asked of the product with a chat model.</summary>
/// <param name="QuestionId">The question.</param>
/// <param name="GoldAnswers">Any of these answers it; empty when the corpus does not.</param>
/// <param name="Answer">What the product said.</param>
/// <param name="Seconds">How long it took.</param>
internal sealed record GenerativeRow(string QuestionId, IReadOnlyList<string> GoldAnswers, Answer Answer, double Seconds)
{
    /// <summary>Sentences that the model wrote and the checker let through.</summary>
    public IReadOnlyList<AnswerSentence> Kept =>
        Answer.Mode != AnswerMode.Generative ? [] : [.. Answer.Sentences.Where(static sentence => sentence.Citations.Count > 0)];

    /// <summary>The model was asked: it was not, when the articles do not answer or its circuit is open.</summary>
    public bool IsWritten => Kept.Count + Answer.Removed.Count > 0;

    /// <summary>What the model wrote, unchecked.</summary>
    public string RawText => string.Join(' ', Kept.Concat(Answer.Removed).Select(static sentence => sentence.Text));

    /// <summary>Whether a text holds a gold answer, by the words.</summary>
    public bool HoldsGold(string text) => GoldAnswers.Any(gold => AnswerSentenceHit.Holds(text, gold));
}
