using Assistant.Core;

namespace Assistant.Eval.Suites;

/// <summary>A question of a suite with all that is known about its answer.</summary>
internal sealed record SuiteQuestion
{
    /// <summary>Unique in the suite.</summary>
    public required string Id { get; init; }

    /// <summary>The question's last turn.</summary>
    public required string Text { get; init; }

    /// <summary>True when the corpus answers it.</summary>
    public required bool Answerable { get; init; }

    /// <summary>A finer judgement, upper case, e.g. <c>PARTIAL</c> or <c>UNDERSPECIFIED</c>; null when there is none.</summary>
    public string? Answerability { get; init; }

    /// <summary>Any of these answers it; may be empty.</summary>
    public IReadOnlyList<string> Answers { get; init; } = [];

    /// <summary>Gold evidence, each found in the corpus.</summary>
    public IReadOnlyList<GoldEvidence> Evidence { get; init; } = [];

    /// <summary>Turns before the question, oldest first.</summary>
    public IReadOnlyList<Turn> History { get; init; } = [];

    /// <summary>Judged corpus ids with their grade, 0 or more.</summary>
    public IReadOnlyDictionary<string, int> Qrels { get; init; } = new Dictionary<string, int>();

    /// <summary>What kind of question it is; null when the suite has no kinds.</summary>
    public string? Kind { get; init; }

    /// <summary>Cluster for the bootstrap: <c>group</c>, else <c>source_doc</c>, else the question's own id.</summary>
    public required string Group { get; init; }

    /// <summary><c>dev</c> or <c>test</c>; null when the suite is not split.</summary>
    public string? Split { get; init; }

    /// <summary>True for PARTIAL and UNDERSPECIFIED questions: reported apart, left out of the false-answer rate.</summary>
    public bool IsReportedApart => Answerability is "PARTIAL" or "UNDERSPECIFIED";

    /// <summary>Corpus ids with a grade above 0.</summary>
    public IEnumerable<string> GoldDocuments =>
        Qrels.Where(static qrel => qrel.Value > 0).Select(static qrel => qrel.Key);
}
