using Assistant.Core.Prompts;
using Assistant.Core.Retrieval;
using Microsoft.Extensions.AI;

namespace Assistant.Core.Chat;

/// <summary>Makes a follow-up question stand alone with the chat model; by rule when the model is slow, fails or rambles.</summary>
/// <remarks>Thread-safe.</remarks>
public sealed class QuestionRewriter(IChatClient client, PromptTemplate prompt, TimeProvider clock)
{
    private const int MaximumTurns = 6;
    private const int MaximumLength = 400;
    private const int LettersOfStem = 4;

    /// <summary>Longest time that the model has; then the rule's result is taken.</summary>
    public TimeSpan TimeLimit { get; init; } = TimeSpan.FromSeconds(2);

    /// <summary>Makes the last turn stand alone.</summary>
    /// <returns>The rule's result for a first question, and whenever the model does not give one usable line.</returns>
    public async Task<StandaloneQuestion> RewriteAsync(Question question, CancellationToken cancellationToken)
    {
        var byRule = FollowUpRule.Resolve(question);
        if (question.History.Count == 0) return byRule;
        using var limit = new CancellationTokenSource(TimeLimit, clock);
        using var both = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, cancellationToken);
        try
        {
            var response = await client.GetResponseAsync(
                Render(question), new ChatOptions { Temperature = prompt.Temperature, MaxOutputTokens = prompt.MaxTokens }, both.Token)
                .WaitAsync(both.Token);
            return Usable(response.Text) is { } text && IsOf(question, text) ? new StandaloneQuestion(text, text) : byRule;
        }
        catch (GeneratorException)
        {
            return byRule;
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return byRule;
        }
    }

    private IReadOnlyList<ChatMessage> Render(Question question) => prompt.Render(new Dictionary<string, object?>
    {
        ["question"] = question.Text,
        ["turns"] = question.History.TakeLast(MaximumTurns).Select(static turn => new Dictionary<string, object?>
        {
            ["role"] = turn.Role == TurnRole.User ? "User" : "Assistant",
            ["content"] = turn.Content,
        }).ToList(),
    });

    /// <summary>One line that is a question; null for anything else.</summary>
    private static string? Usable(string text)
    {
        var line = text.Trim().Trim('"', '“', '”').Trim();
        return line.Length is > 3 and <= MaximumLength && !line.Contains('\n', StringComparison.Ordinal) && line.EndsWith('?') ? line : null;
    }

    /// <summary>At least half of its longer words begin as words of the conversation do: it is no question of the model's own.</summary>
    private static bool IsOf(Question question, string text)
    {
        var known = Stems(string.Join(' ', question.History.TakeLast(MaximumTurns).Select(static turn => turn.Content).Append(question.Text))).ToHashSet(StringComparer.OrdinalIgnoreCase);
        var own = Stems(text).ToList();
        return own.Count > 0 && own.Count(known.Contains) * 2 >= own.Count;
    }

    private static IEnumerable<string> Stems(string text) => text.Split([.. " .,;:?!\"'“”‘’()\n"], StringSplitOptions.RemoveEmptyEntries)
        .Where(static word => word.Length >= LettersOfStem).Select(static word => word[..LettersOfStem]);
}
