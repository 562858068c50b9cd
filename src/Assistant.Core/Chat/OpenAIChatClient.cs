using System.ClientModel;
using System.ClientModel.Primitives;
using System.Runtime.CompilerServices;
using System.Text.Json;
using Microsoft.Extensions.AI;
using OpenAI;
using OpenAI.Chat;
using ChatFinishReason = Microsoft.Extensions.AI.ChatFinishReason;
using ChatMessage = Microsoft.Extensions.AI.ChatMessage;

namespace Assistant.Core.Chat;

/// <summary>A chat model behind an OpenAI-compatible endpoint: OpenAI, Azure, Ollama, vLLM, llama.cpp.</summary>
/// <remarks>Does not retry; <see cref="ResilientChatClient"/> does. Thread-safe.</remarks>
public sealed class OpenAIChatClient : IChatClient
{
    private const long MostBytes = 16L << 20;
    private static readonly TimeSpan WaitForUsage = TimeSpan.FromSeconds(1);

    private readonly ChatClient _client;

    /// <summary>Creates a client for a model.</summary>
    /// <exception cref="ArgumentException">No endpoint is configured.</exception>
    public OpenAIChatClient(ChatModelOptions options)
    {
        if (string.IsNullOrWhiteSpace(options.Endpoint)) throw new ArgumentException("Chat:Endpoint is not set.", nameof(options));
        _client = new ChatClient(
            options.Model,
            new ApiKeyCredential(string.IsNullOrWhiteSpace(options.ApiKey) ? "none" : options.ApiKey),
            new OpenAIClientOptions
            {
                Endpoint = new Uri(options.Endpoint),
                RetryPolicy = new ClientRetryPolicy(0),
                Transport = EndpointTransport.Limited(MostBytes),
                NetworkTimeout = TimeSpan.FromSeconds(options.TotalSeconds),
            });
    }

    /// <inheritdoc/>
    public async Task<ChatResponse> GetResponseAsync(
        IEnumerable<ChatMessage> messages, ChatOptions? options = null, CancellationToken cancellationToken = default) =>
        await GetStreamingResponseAsync(messages, options, cancellationToken).ToChatResponseAsync(cancellationToken);

    /// <inheritdoc/>
    public async IAsyncEnumerable<ChatResponseUpdate> GetStreamingResponseAsync(
        IEnumerable<ChatMessage> messages,
        ChatOptions? options = null,
        [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        var settings = new ChatCompletionOptions { Temperature = options?.Temperature, MaxOutputTokenCount = options?.MaxOutputTokens };
        using var ending = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var updates = _client.CompleteChatStreamingAsync(messages.Select(ToOpenAI), settings, ending.Token).GetAsyncEnumerator(ending.Token);
        await using var disposable = updates.ConfigureAwait(false);
        var isFinished = false;
        while (await NextAsync(updates, isFinished, cancellationToken))
        {
            var update = updates.Current;
            isFinished |= update.FinishReason is not null;
            if (isFinished) ending.CancelAfter(WaitForUsage);
            var text = string.Concat(update.ContentUpdate.Select(static part => part.Text));
            if (text.Length > 0) yield return new ChatResponseUpdate(ChatRole.Assistant, text);
            if (!string.IsNullOrEmpty(update.RefusalUpdate) || update.FinishReason == OpenAI.Chat.ChatFinishReason.ContentFilter)
                yield return new ChatResponseUpdate { FinishReason = ChatFinishReason.ContentFilter };
            else if (update.FinishReason is { } reason)
                yield return new ChatResponseUpdate { FinishReason = reason == OpenAI.Chat.ChatFinishReason.Length ? ChatFinishReason.Length : ChatFinishReason.Stop };
            if (update.Usage is { } usage) yield return new ChatResponseUpdate(ChatRole.Assistant, [ToUsage(usage)]);
        }

        if (!isFinished) throw new IOException("The chat model's stream ended before it said that it was finished.");
    }

    /// <inheritdoc/>
    public object? GetService(Type serviceType, object? serviceKey = null) =>
        serviceKey is null && serviceType.IsInstanceOfType(this) ? this : null;

    /// <inheritdoc/>
    public void Dispose()
    {
        // The client owns nothing that must be released.
    }

    /// <summary>After the reason of finishing only the count of tokens may come; a stream that then breaks off or stays open has ended.</summary>
    private static async Task<bool> NextAsync(IAsyncEnumerator<StreamingChatCompletionUpdate> updates, bool isFinished, CancellationToken cancellationToken)
    {
        try
        {
            return await updates.MoveNextAsync();
        }
        catch (Exception exception) when (isFinished && !cancellationToken.IsCancellationRequested
            && exception is (OperationCanceledException or IOException or HttpRequestException or ClientResultException or JsonException))
        {
            return false;
        }
    }

    private static UsageContent ToUsage(ChatTokenUsage usage) => new(new UsageDetails
    {
        InputTokenCount = usage.InputTokenCount,
        OutputTokenCount = usage.OutputTokenCount,
        TotalTokenCount = usage.TotalTokenCount,
    });

    private static OpenAI.Chat.ChatMessage ToOpenAI(ChatMessage message)
    {
        if (message.Role == ChatRole.System) return new SystemChatMessage(message.Text);
        return message.Role == ChatRole.Assistant ? new AssistantChatMessage(message.Text) : new UserChatMessage(message.Text);
    }
}
