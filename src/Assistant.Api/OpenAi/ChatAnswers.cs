using System.Net.ServerSentEvents;
using System.Text.Json;
using System.Threading.Channels;
using Assistant.Api.Answers;
using Assistant.Api.Problems;
using Assistant.Core;

namespace Assistant.Api.OpenAi;

/// <summary>Gives an answer the form of an OpenAI chat completion, whole or streamed.</summary>
internal sealed partial class ChatAnswers(
    QueuedAnswerer answerer, WorkspaceOpener opener, TimeProvider clock, ILogger<ChatAnswers> logger)
{
    private const string AssistantRole = "assistant";

    /// <summary>The whole completion.</summary>
    public async Task<ChatCompletion> CompleteAsync(
        ChatPrompt prompt, Task<IDisposable> entering, CancellationToken cancellationToken)
    {
        var answer = await answerer.AnswerAsync(prompt.Question, entering, cancellationToken);
        var reply = new ChatReply
        {
            Role = AssistantRole,
            Content = ContentOf(answer),
            Citations = answer.Citations,
            Status = answer.Status,
        };
        var usage = await CountAsync(prompt, answer, cancellationToken);
        return new ChatCompletion(
            IdOf(answer), "chat.completion", Now(), prompt.Model, [new ChatChoice { Message = reply, FinishReason = "stop" }], usage);
    }

    /// <summary>The completion in parts, as unnamed events, the last one <c>[DONE]</c>.</summary>
    public IAsyncEnumerable<SseItem<string>> StreamAsync(
        ChatPrompt prompt, Task<IDisposable> entering, CancellationToken cancellationToken) =>
        EventStream.RunAsync(
            (writer, cancelled) => WriteAsync(writer, prompt, entering, cancelled), Timeout.InfiniteTimeSpan, clock, cancellationToken);

    /// <summary>The sentences, each followed by the numbers of its citations in brackets.</summary>
    internal static string ContentOf(Answer answer) =>
        answer.Sentences.Count == 0 ? answer.Text : string.Join(' ', answer.Sentences.Select(TextOf));

    private static string TextOf(AnswerSentence sentence) =>
        string.Join(' ', [sentence.Text, .. sentence.Citations.Select(static number => $"[{number}]")]);

    private async Task WriteAsync(
        ChannelWriter<SseItem<string>> writer, ChatPrompt prompt, Task<IDisposable> entering, CancellationToken cancellationToken)
    {
        try
        {
            var answer = await answerer.AnswerAsync(prompt.Question, entering, cancellationToken);
            foreach (var part in await PartsAsync(prompt, answer, cancellationToken)) writer.TryWrite(Event(part));
            writer.TryWrite(new SseItem<string>("[DONE]"));
        }
        catch (Exception exception) when (exception is not OperationCanceledException || !cancellationToken.IsCancellationRequested)
        {
            var problem = ProblemMapper.ToProblem(exception, isAborted: false);
            LogFailure(logger, exception, problem.Slug);
            writer.TryWrite(Event(OpenAiErrorResponse.From(problem)));
        }
    }

    private async Task<IReadOnlyList<ChatCompletion>> PartsAsync(
        ChatPrompt prompt, Answer answer, CancellationToken cancellationToken)
    {
        var texts = answer.Sentences.Count == 0
            ? [answer.Text]
            : answer.Sentences.Select(static (sentence, index) => index == 0 ? TextOf(sentence) : $" {TextOf(sentence)}");
        var choices = texts.Select(static text => new ChatChoice { Delta = new ChatReply { Content = text } })
            .Prepend(new ChatChoice { Delta = new ChatReply { Role = AssistantRole, Content = string.Empty } })
            .Append(new ChatChoice { Delta = new ChatReply { Citations = answer.Citations, Status = answer.Status } })
            .Append(new ChatChoice { Delta = new ChatReply(), FinishReason = "stop" });
        var part = new ChatCompletion(IdOf(answer), "chat.completion.chunk", Now(), prompt.Model, []);
        var parts = choices.Select(choice => part with { Choices = [choice] }).ToList();
        if (prompt.IncludesUsage) parts.Add(part with { Usage = await CountAsync(prompt, answer, cancellationToken) });
        return parts;
    }

    /// <summary>The chat model's own figures when one wrote and told them, else our tokenizer's.</summary>
    private async Task<ChatUsage> CountAsync(ChatPrompt prompt, Answer answer, CancellationToken cancellationToken)
    {
        if (answer.Usage is { } usage) return new ChatUsage(usage.Read, usage.Written, usage.Read + usage.Written);
        var tokenizer = (await opener.GetAsync(cancellationToken)).Embeddings.Tokenizer;
        var read = prompt.Question.History.Sum(turn => tokenizer.CountTokens(turn.Content)) + tokenizer.CountTokens(prompt.Question.Text);
        var written = tokenizer.CountTokens(ContentOf(answer));
        return new ChatUsage(read, written, read + written);
    }

    private static string IdOf(Answer answer) => $"chatcmpl-{answer.Id}";

    private long Now() => clock.GetUtcNow().ToUnixTimeSeconds();

    private static SseItem<string> Event<T>(T value) => new(JsonSerializer.Serialize(value, AssistantJson.Options));

    [LoggerMessage(Level = LogLevel.Error, Message = "A streamed completion failed: {Problem}")]
    private static partial void LogFailure(ILogger logger, Exception exception, string problem);
}
