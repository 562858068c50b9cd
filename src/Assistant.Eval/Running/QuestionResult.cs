using System.Text.Json.Serialization;
using Assistant.Core;

namespace Assistant.Eval.Running;

/// <summary>What one question of a suite gave: the primary record from which every total is computed.</summary>
/// <remarks>Immutable. A question that could not be measured has <see cref="Unmeasured"/> set and no metrics.</remarks>
internal sealed record QuestionResult
{
    /// <summary>The question's id in the suite.</summary>
    public required string Id { get; init; }

    /// <summary>The question as asked (its last turn).</summary>
    public required string Question { get; init; }

    /// <summary>What the reader saw: the question made to stand alone; null when unmeasured.</summary>
    public string? StandaloneQuestion { get; init; }

    /// <summary>What kind of question it is, e.g. <c>number</c> or <c>who-said</c>; null when the suite has no kinds.</summary>
    public string? Kind { get; init; }

    /// <summary>Cluster for the bootstrap: article or conversation; the question's own id when the suite has no groups.</summary>
    public required string Group { get; init; }

    /// <summary><c>dev</c> or <c>test</c>; null when the suite is not split.</summary>
    public string? Split { get; init; }

    /// <summary>True when the corpus answers the question.</summary>
    public required bool Answerable { get; init; }

    /// <summary>A finer judgement, e.g. <c>PARTIAL</c> or <c>UNDERSPECIFIED</c>; null when the suite has none.</summary>
    public string? Answerability { get; init; }

    /// <summary>True when turns come before the question.</summary>
    public bool HasHistory { get; init; }

    /// <summary>Any of these strings answers the question; empty when it cannot be answered.</summary>
    public IReadOnlyList<string> ExpectedAnswers { get; init; } = [];

    /// <summary>Gold evidence, verbatim from the corpus modulo white space; empty when the suite has none.</summary>
    public IReadOnlyList<string> Evidence { get; init; } = [];

    /// <summary>Judged corpus ids with their grade (0 is judged and irrelevant).</summary>
    public IReadOnlyDictionary<string, int> Qrels { get; init; } = new Dictionary<string, int>();

    /// <summary>How the question ended; null when unmeasured.</summary>
    public AnswerStatus? Status { get; init; }

    /// <summary>The shortest span that answers; null without one.</summary>
    public string? ShortAnswer { get; init; }

    /// <summary>The answer's text; what a comparison lists as changed. Null when unmeasured.</summary>
    public string? Text { get; init; }

    /// <summary>The answer's citations in order; empty without evidence.</summary>
    public IReadOnlyList<CitedQuote> Citations { get; init; } = [];

    /// <summary>Corpus ids after the reader, best first, each once (first occurrence of its passages).</summary>
    public IReadOnlyList<string> Retrieved { get; init; } = [];

    /// <summary>Where the best gold document stands at each stage.</summary>
    public GoldRanks Ranks { get; init; } = new();

    /// <summary>Calibrated probability that the first quote answers the question; null when unmeasured.</summary>
    public double? Confidence { get; init; }

    /// <summary>The largest support logit among the passages read; null when none was read.</summary>
    public double? TopReaderScore { get; init; }

    /// <summary>Scores that <c>calibrate</c> fits on, by name; same names in every row of a run.</summary>
    public IReadOnlyDictionary<string, double> Features { get; init; } = new Dictionary<string, double>();

    /// <summary>Metric values by name; a metric that does not apply to the question is absent.</summary>
    public IReadOnlyDictionary<string, double> Metrics { get; init; } = new Dictionary<string, double>();

    /// <summary>The one cause of a miss; null for a hit.</summary>
    public MissCause? Miss { get; init; }

    /// <summary>Why the question could not be measured; null when it was.</summary>
    public string? Unmeasured { get; init; }

    /// <summary>Wall-clock time of the question, in milliseconds.</summary>
    public double LatencyMs { get; init; }

    /// <summary>True when the question was asked and answered or refused.</summary>
    [JsonIgnore]
    public bool IsMeasured => Unmeasured is null;

    /// <summary>True for PARTIAL and UNDERSPECIFIED questions: reported apart, left out of the false-answer rate.</summary>
    [JsonIgnore]
    public bool IsReportedApart => Answerability is "PARTIAL" or "UNDERSPECIFIED";
}
