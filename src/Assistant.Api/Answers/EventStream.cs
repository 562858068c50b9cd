using System.Net.ServerSentEvents;
using System.Runtime.CompilerServices;
using System.Threading.Channels;

namespace Assistant.Api.Answers;

/// <summary>Turns work that reports as it goes into server-sent events, with a <c>ping</c> whenever it is silent for long.</summary>
internal static class EventStream
{
    /// <summary>Runs the work and yields what it writes, in order; ends when the work ends.</summary>
    /// <param name="work">Writes events; must not throw but for cancellation.</param>
    /// <param name="silence">How long to be silent at most.</param>
    /// <param name="clock">The clock.</param>
    /// <param name="cancellationToken">Cancels the work: the client went away.</param>
    public static async IAsyncEnumerable<SseItem<string>> RunAsync(
        Func<ChannelWriter<SseItem<string>>, CancellationToken, Task> work,
        TimeSpan silence,
        TimeProvider clock,
        [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var channel = Channel.CreateUnbounded<SseItem<string>>();
        var working = WorkAsync(work, channel.Writer, stop.Token);
        try
        {
            var ready = channel.Reader.WaitToReadAsync(cancellationToken).AsTask();
            while (true)
            {
                while (!await IsDoneAsync(ready, silence, clock)) yield return new SseItem<string>("{}", "ping");
                if (!await ready) break;
                while (channel.Reader.TryRead(out var item)) yield return item;
                ready = channel.Reader.WaitToReadAsync(cancellationToken).AsTask();
            }
        }
        finally
        {
            await stop.CancelAsync();
            await working;
        }
    }

    private static async Task WorkAsync(
        Func<ChannelWriter<SseItem<string>>, CancellationToken, Task> work,
        ChannelWriter<SseItem<string>> writer,
        CancellationToken cancellationToken)
    {
        try
        {
            await Task.Run(() => work(writer, cancellationToken), CancellationToken.None);
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            // The client went away: there is nobody to tell.
        }
        finally
        {
            writer.Complete();
        }
    }

    private static async Task<bool> IsDoneAsync(Task task, TimeSpan silence, TimeProvider clock)
    {
        using var stop = new CancellationTokenSource();
        var first = await Task.WhenAny(task, Task.Delay(silence, clock, stop.Token));
        await stop.CancelAsync();
        return first == task;
    }
}
