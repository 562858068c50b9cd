using Assistant.Core;

namespace Assistant.Eval.Importing;

/// <summary>A question to be written to a suite.</summary>
internal sealed record ImportedQuestion
{
    /// <summary>Question id, unique in the import.</summary>
    public required string Id { get; init; }

    /// <summary>The question's last turn.</summary>
    public required string Text { get; init; }

    /// <summary>True when a document of the corpus answers it.</summary>
    public required bool Answerable { get; init; }

    /// <summary>A finer judgement; null when the format has none.</summary>
    public string? Answerability { get; init; }

    /// <summary>Answer strings; may be empty.</summary>
    public IReadOnlyList<string> Answers { get; init; } = [];

    /// <summary>Sentences that answer it, each found in a gold document.</summary>
    public IReadOnlyList<string> Evidence { get; init; } = [];

    /// <summary>Turns before it, oldest first.</summary>
    public IReadOnlyList<Turn> History { get; init; } = [];

    /// <summary>The document it was written against; null when unknown.</summary>
    public string? SourceDocument { get; init; }

    /// <summary>Kind of question; null when the format has none.</summary>
    public string? Kind { get; init; }

    /// <summary>Corpus ids with their grade.</summary>
    public IReadOnlyDictionary<string, int> Qrels { get; init; } = new Dictionary<string, int>();
}
