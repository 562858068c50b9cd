using Assistant.Api.Problems;
using Assistant.Core;

namespace Assistant.Api;

/// <summary>Checks that hold for several requests.</summary>
internal static class RequestChecks
{
    private const int MaximumTurnLength = 20_000;

    /// <summary>Refuses text that is blank or too long.</summary>
    public static void Text(string? text, string name, int maximumLength)
    {
        if (string.IsNullOrWhiteSpace(text)) throw new ProblemException(Problem.InvalidValue($"{name} is empty."));
        if (text.Length > maximumLength)
            throw new ProblemException(Problem.InvalidValue($"{name} is longer than {maximumLength} characters."));
    }

    /// <summary>Refuses a list that is too long.</summary>
    public static void Count(int count, string name, int maximum)
    {
        if (count > maximum) throw new ProblemException(Problem.InvalidValue($"{name} has more than {maximum} entries."));
    }

    /// <summary>Refuses a turn that says nothing or too much.</summary>
    public static void Turn(Turn? turn)
    {
        if (turn is null) throw new ProblemException(Problem.InvalidValue("history has an entry that is null."));
        Text(turn.Content, "history.content", MaximumTurnLength);
    }
}
