using System.ComponentModel;
using System.Text.Json.Serialization;
using Assistant.Api.Problems;
using Assistant.Core;
using Assistant.Core.Answering;

namespace Assistant.Api.Answers;

/// <summary>A question to the articles.</summary>
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
internal sealed record AnswerRequest
{
    private const int MaximumTurns = 50;
    private const int MaximumCitations = 10;

    /// <summary>What you want to know, in plain English; at most 2000 characters.</summary>
    public required string Question { get; init; }

    /// <summary>The conversation before, oldest first; at most 50 turns.</summary>
    public IReadOnlyList<Turn>? History { get; init; }

    /// <summary>Which articles may answer.</summary>
    public FilterRequest? Filters { get; init; }

    /// <summary>Who writes the sentences; the server's own choice when it is left out.</summary>
    public AnswerMode? Mode { get; init; }

    /// <summary>Most citations, 1 to 10.</summary>
    [DefaultValue(3)]
    public int? MaxCitations { get; init; }

    /// <summary>The question in the program's own terms.</summary>
    /// <exception cref="ProblemException">A value is out of range.</exception>
    public Question ToQuestion()
    {
        RequestChecks.Text(Question, "question", QuestionAnswerer.MaximumQuestionLength);
        RequestChecks.Count(History?.Count ?? 0, "history", MaximumTurns);
        foreach (var turn in History ?? []) RequestChecks.Turn(turn);
        if (MaxCitations is < 1 or > MaximumCitations)
            throw new ProblemException(Problem.InvalidValue($"maxCitations is from 1 to {MaximumCitations}."));
        return new Question { Text = Question, History = History ?? [], Filter = Filters.ToFilter(), MaxCitations = MaxCitations, Mode = Mode };
    }
}
