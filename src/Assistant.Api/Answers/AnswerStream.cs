using System.Diagnostics;
using System.Net.ServerSentEvents;
using System.Text.Json;
using System.Threading.Channels;
using Assistant.Api.Problems;
using Assistant.Core;

namespace Assistant.Api.Answers;

/// <summary>Writes an answer as the events <c>retrieved</c>, <c>sentence</c>, <c>completed</c> or <c>error</c>.</summary>
internal sealed partial class AnswerStream(QueuedAnswerer answerer, TimeProvider clock, ILogger<AnswerStream> logger)
{
    /// <summary>Longest time without an event; then a <c>ping</c> is sent.</summary>
    internal static readonly TimeSpan Silence = TimeSpan.FromSeconds(15);

    /// <summary>Answers the question, telling each step.</summary>
    /// <param name="question">The question.</param>
    /// <param name="entering">The question's place in the queue.</param>
    /// <param name="cancellationToken">The client went away.</param>
    public IAsyncEnumerable<SseItem<string>> RunAsync(
        Question question, Task<IDisposable> entering, CancellationToken cancellationToken) =>
        EventStream.RunAsync(
            (writer, cancelled) => WriteAsync(writer, question, entering, cancelled), Silence, clock, cancellationToken);

    private async Task WriteAsync(
        ChannelWriter<SseItem<string>> writer, Question question, Task<IDisposable> entering, CancellationToken cancellationToken)
    {
        try
        {
            await foreach (var happened in answerer.AnswerStreamAsync(question, entering, cancellationToken))
                writer.TryWrite(ToItem(happened));
        }
        catch (Exception exception) when (exception is not OperationCanceledException || !cancellationToken.IsCancellationRequested)
        {
            var problem = ProblemMapper.ToProblem(exception, isAborted: false);
            LogFailure(logger, exception, problem.Slug);
            var traceId = Activity.Current?.TraceId.ToString() ?? string.Empty;
            writer.TryWrite(Event("error", ProblemDocument.Of(problem, traceId)));
        }
    }

    private static SseItem<string> ToItem(AnswerEvent happened) => happened switch
    {
        PassagesRetrieved retrieved => Event("retrieved", retrieved.Passages),
        SentenceChecked sentence => Event("sentence", sentence),
        AnswerCompleted completed => Event("completed", completed.Answer),
        _ => throw new InvalidOperationException($"There is no event for {happened.GetType().Name}."),
    };

    private static SseItem<string> Event<T>(string type, T value) =>
        new(JsonSerializer.Serialize(value, AssistantJson.Options), type);

    [LoggerMessage(Level = LogLevel.Error, Message = "A streamed answer failed: {Problem}")]
    private static partial void LogFailure(ILogger logger, Exception exception, string problem);
}
