using System.Runtime.CompilerServices;
using Microsoft.Extensions.AI;

namespace Assistant.Tests.Chat;

/// <summary>A chat client that does what each call's script says.</summary>
internal sealed class ScriptedChatClient(params Func<CancellationToken, IAsyncEnumerable<string>>[] scripts) : IChatClient
{
    public int Calls { get; private set; }

    public List<IReadOnlyList<ChatMessage>> Asked { get; } = [];

    public ChatFinishReason Finish { get; init; } = ChatFinishReason.Stop;

    public UsageDetails? Usage { get; init; }

    public static ScriptedChatClient Saying(params string[] pieces) => new(_ => Say(pieces));

    public static async IAsyncEnumerable<string> Say(params string[] pieces)
    {
        foreach (var piece in pieces)
        {
            await Task.Yield();
            yield return piece;
        }
    }

    public static async IAsyncEnumerable<string> SayThenThrow(Exception exception, params string[] pieces)
    {
        await foreach (var piece in Say(pieces)) yield return piece;
        throw exception;
    }

    public static async IAsyncEnumerable<string> Hang([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await Task.Delay(Timeout.Infinite, cancellationToken);
        yield return string.Empty;
    }

    public async Task<ChatResponse> GetResponseAsync(
        IEnumerable<ChatMessage> messages, ChatOptions? options = null, CancellationToken cancellationToken = default) =>
        await GetStreamingResponseAsync(messages, options, cancellationToken).ToChatResponseAsync(cancellationToken);

    public async IAsyncEnumerable<ChatResponseUpdate> GetStreamingResponseAsync(
        IEnumerable<ChatMessage> messages, ChatOptions? options = null, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        Asked.Add([.. messages]);
        var script = scripts[Math.Min(Calls++, scripts.Length - 1)];
        await foreach (var piece in script(cancellationToken).WithCancellation(cancellationToken))
            yield return new ChatResponseUpdate(ChatRole.Assistant, piece);
        yield return new ChatResponseUpdate { FinishReason = Finish };
        if (Usage is { } usage) yield return new ChatResponseUpdate(ChatRole.Assistant, [new UsageContent(usage)]);
    }

    public object? GetService(Type serviceType, object? serviceKey = null) => null;

    public void Dispose()
    {
    }
}
