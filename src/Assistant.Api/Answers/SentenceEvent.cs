using Assistant.Core;

namespace Assistant.Api.Answers;

/// <summary>A checked sentence of an answer with the citations it stands on, as it is streamed.</summary>
/// <param name="Sentence">The sentence.</param>
/// <param name="Citations">Its citations.</param>
internal sealed record SentenceEvent(AnswerSentence Sentence, IReadOnlyList<Citation> Citations)
{
    /// <summary>The event of one of the answer's sentences.</summary>
    public static SentenceEvent Of(AnswerSentence sentence, Answer answer) =>
        new(sentence, [.. answer.Citations.Where(citation => sentence.Citations.Contains(citation.Number))]);
}
