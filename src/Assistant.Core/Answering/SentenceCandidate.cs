using Assistant.Core.Ingestion;
using Assistant.Inference;

namespace Assistant.Core.Answering;

/// <summary>A sentence that may answer the question.</summary>
/// <param name="Passage">The passage that it stands in, with its reader score.</param>
/// <param name="Sentence">The sentence, as offsets in the passage.</param>
/// <param name="Span">The best answer span in the sentence, as offsets in the passage; its score in logits.</param>
/// <param name="Score">Rank among all sentences, higher is better; unbounded.</param>
internal sealed record SentenceCandidate(RankedPassage Passage, TextSpan Sentence, AnswerSpan Span, double Score);
