namespace Assistant.Core;

/// <summary>Something that happened on the way from question to answer. Immutable.</summary>
/// <remarks>
/// Order: one <see cref="PassagesRetrieved"/>, then any number of <see cref="SentenceChecked"/>, then one
/// <see cref="AnswerCompleted"/>, whose answer is what counts: it may keep fewer sentences than were sent when the
/// generator failed on the way.
/// </remarks>
public abstract record AnswerEvent;

/// <summary>The passages that the answer may stand on are known.</summary>
/// <param name="Passages">Best first; empty when nothing may be searched.</param>
public sealed record PassagesRetrieved(IReadOnlyList<RankedPassage> Passages) : AnswerEvent;

/// <summary>A sentence passed its check and may be shown.</summary>
/// <param name="Sentence">The sentence with the numbers of its citations.</param>
/// <param name="NewCitations">Citations that no earlier sentence had, in the order of their numbers; may be empty.</param>
public sealed record SentenceChecked(AnswerSentence Sentence, IReadOnlyList<Citation> NewCitations) : AnswerEvent;

/// <summary>The answer is complete.</summary>
/// <param name="Answer">The whole answer.</param>
public sealed record AnswerCompleted(Answer Answer) : AnswerEvent;
