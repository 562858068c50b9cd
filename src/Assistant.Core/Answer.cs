using System.Text.Json.Serialization;
using Assistant.Core.Answering;

namespace Assistant.Core;

/// <summary>How a question ended. Clients must accept values that are not listed yet.</summary>
public enum AnswerStatus
{
    /// <summary>At least one sentence with a citation.</summary>
    Answered,

    /// <summary>A chat model wrote it, and the checker removed at least one of its sentences; one or more stay.</summary>
    Partial,

    /// <summary>The articles do not say.</summary>
    NoEvidence,
}

/// <summary>Who wrote the answer's sentences.</summary>
public enum AnswerMode
{
    /// <summary>Quotes found by the reader.</summary>
    Extractive,

    /// <summary>Sentences written by a chat model, each checked against its quotes.</summary>
    Generative,
}

/// <summary>Whether a sentence follows from its quotes.</summary>
public enum Verdict
{
    /// <summary>The quotes say it.</summary>
    Supported,

    /// <summary>The quotes say a part of it.</summary>
    Partly,

    /// <summary>The quotes do not say it.</summary>
    Unsupported,

    /// <summary>Says nothing that could be checked.</summary>
    NotAClaim,
}

/// <summary>One sentence of an answer.</summary>
/// <param name="Text">The sentence.</param>
/// <param name="Citations">Numbers of the citations it stands on; not empty for a supported sentence.</param>
/// <param name="Verdict">Whether the quotes say it.</param>
/// <param name="Reason">Why, when the verdict is not plain.</param>
public sealed record AnswerSentence(
    string Text, IReadOnlyList<int> Citations, Verdict Verdict, string? Reason = null);

/// <summary>Wall-clock time of each stage, in milliseconds.</summary>
/// <param name="RetrieveMilliseconds">Embedding the query and searching.</param>
/// <param name="ReadMilliseconds">Reading the passages.</param>
/// <param name="TotalMilliseconds">From question to answer.</param>
public sealed record AnswerTimings(double RetrieveMilliseconds, double ReadMilliseconds, double TotalMilliseconds);

/// <summary>The answer to a question, or a plain statement that the articles do not answer it.</summary>
public sealed record Answer
{
    /// <summary>Unguessable id of this answer.</summary>
    public required string Id { get; init; }

    /// <summary>The question as asked.</summary>
    public required string Question { get; init; }

    /// <summary>What the reader saw: the question made to stand alone.</summary>
    public required string StandaloneQuestion { get; init; }

    /// <summary>How it ended.</summary>
    public required AnswerStatus Status { get; init; }

    /// <summary>The shortest span that answers, out of the first citation's quote.</summary>
    public string? ShortAnswer { get; init; }

    /// <summary>The sentences joined, or the statement that the articles do not say.</summary>
    public required string Text { get; init; }

    /// <summary>The answer's sentences; empty when there is no evidence.</summary>
    public IReadOnlyList<AnswerSentence> Sentences { get; init; } = [];

    /// <summary>Numbered from 1, in order of first use; empty when there is no evidence.</summary>
    public IReadOnlyList<Citation> Citations { get; init; } = [];

    /// <summary>What was read, best first; with no evidence the nearest passages.</summary>
    public IReadOnlyList<RankedPassage> Retrieved { get; init; } = [];

    /// <summary>Calibrated probability in [0, 1] that the first quote answers the question.</summary>
    public required double Confidence { get; init; }

    /// <summary>Who wrote the sentences.</summary>
    public AnswerMode Mode { get; init; } = AnswerMode.Extractive;

    /// <summary>Why something is missing or less than asked for, when it is.</summary>
    public string? Degraded { get; init; }

    /// <summary>What the confidence was computed from; null when nothing was read.</summary>
    [JsonIgnore]
    public AnswerFeatures? Features { get; init; }

    /// <summary>The best sentence, also when the gate refused it; null when nothing was read. For evaluation only.</summary>
    [JsonIgnore]
    public BestSentence? Best { get; init; }

    /// <summary>Sentences that a chat model wrote and the checker did not let through. For evaluation only.</summary>
    [JsonIgnore]
    public IReadOnlyList<AnswerSentence> Removed { get; init; } = [];

    /// <summary>Tokens of the chat model that wrote, also when its answer is not used; null when none did or it did not say.</summary>
    [JsonIgnore]
    public TokenUsage? Usage { get; init; }

    /// <summary>Hash of the prompt that a chat model was asked with; null when none was.</summary>
    public string? PromptHash { get; init; }

    /// <summary>Stage times.</summary>
    public required AnswerTimings Timings { get; init; }
}
