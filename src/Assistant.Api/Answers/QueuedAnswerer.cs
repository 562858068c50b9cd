using System.Runtime.CompilerServices;
using Assistant.Api.Security;
using Assistant.Core;
using Assistant.Core.Answering;
using Assistant.Core.Indexing;
using Microsoft.Data.Sqlite;

namespace Assistant.Api.Answers;

/// <summary>Answers a question when its turn has come, and keeps the answer.</summary>
/// <remarks>Thread-safe.</remarks>
internal sealed partial class QueuedAnswerer(
    WorkspaceOpener opener, QuestionQueue queue, SavedAnswers saved, ILogger<QueuedAnswerer> logger)
{
    /// <summary>Waits for a turn; dispose of what is returned when the work is done.</summary>
    /// <remarks>Fails at once, before anything is awaited, when the queue is full.</remarks>
    public Task<IDisposable> EnterAsync(CancellationToken cancellationToken) => queue.EnterAsync(cancellationToken);

    /// <summary>Answers a question.</summary>
    /// <param name="question">The question.</param>
    /// <param name="entering">What <see cref="EnterAsync"/> returned; let go of at the end.</param>
    /// <param name="cancellationToken">Cancels the work.</param>
    public async Task<Answer> AnswerAsync(Question question, Task<IDisposable> entering, CancellationToken cancellationToken)
    {
        Answer? answer = null;
        await foreach (var happened in AnswerStreamAsync(question, entering, cancellationToken))
            if (happened is AnswerCompleted completed) answer = completed.Answer;
        return answer!;
    }

    /// <summary>The same, telling each step as soon as it is known.</summary>
    public async IAsyncEnumerable<AnswerEvent> AnswerStreamAsync(
        Question question, Task<IDisposable> entering, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        using var turn = await entering;
        var workspace = await opener.GetAsync(cancellationToken);
        await foreach (var happened in workspace.Answerer.AnswerStreamAsync(question, cancellationToken))
        {
            if (happened is AnswerCompleted completed)
            {
                if (completed.Answer.Degraded is { } reason) LogDegraded(logger, completed.Answer.Id, reason);
                await SaveAsync(completed.Answer, workspace.Index, cancellationToken);
            }

            yield return happened;
        }
    }

    private async Task SaveAsync(Answer answer, IPassageIndex index, CancellationToken cancellationToken)
    {
        try
        {
            await saved.SaveAsync(answer, index, cancellationToken);
        }
        catch (Exception error) when (error is SqliteException or IndexException)
        {
            LogNotSaved(logger, error);
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "Answer {Id} is degraded: {Reason}")]
    private static partial void LogDegraded(ILogger logger, string id, string reason);

    [LoggerMessage(Level = LogLevel.Warning, Message = "An answer could not be kept")]
    private static partial void LogNotSaved(ILogger logger, Exception exception);
}
