using Assistant.Core;

namespace Assistant.Console.Chat;

/// <summary>What was asked and answered so far; only the last turns are kept.</summary>
/// <remarks>
/// A question is kept as it was understood: "And the Su-35?" after "And the MiG-41?" then still has a question to stand in.
/// Not thread-safe.
/// </remarks>
internal sealed class Conversation
{
    /// <summary>Most turns kept, questions and answers together.</summary>
    public const int MaximumTurns = 12;

    private readonly Queue<Turn> _turns = new();

    /// <summary>Oldest first.</summary>
    public IReadOnlyList<Turn> Turns => [.. _turns];

    /// <summary>The last answer; null before the first.</summary>
    public Answer? LastAnswer { get; private set; }

    /// <summary>Adds a question with its answer.</summary>
    public void Add(Answer answer)
    {
        LastAnswer = answer;
        _turns.Enqueue(new Turn(TurnRole.User, answer.StandaloneQuestion));
        _turns.Enqueue(new Turn(TurnRole.Assistant, answer.Text));
        while (_turns.Count > MaximumTurns) _turns.Dequeue();
    }
}
