using System.Net.ServerSentEvents;
using Assistant.Api.Answers;

namespace Assistant.Tests.Api;

public sealed class EventStreamTests
{
    private static readonly TimeSpan Never = Timeout.InfiniteTimeSpan;

    [Fact]
    public async Task Yields_what_the_work_writes_in_order_and_ends_with_it()
    {
        var items = new List<string>();
        await foreach (var item in EventStream.RunAsync(
            async (writer, cancelled) =>
            {
                await writer.WriteAsync(new SseItem<string>("1", "a"), cancelled);
                await Task.Yield();
                await writer.WriteAsync(new SseItem<string>("2", "b"), cancelled);
            },
            Never, TimeProvider.System, CancellationToken.None))
        {
            items.Add(item.EventType + item.Data);
        }

        Assert.Equal(["a1", "b2"], items);
    }

    [Fact]
    public void An_answer_is_silent_for_fifteen_seconds_at_most() => Assert.Equal(TimeSpan.FromSeconds(15), AnswerStream.Silence);

    [Fact]
    public async Task Pings_once_for_each_silence_that_long()
    {
        var clock = new ManualClock();
        var isDone = new TaskCompletionSource();
        await using var events = EventStream.RunAsync(
            async (writer, cancelled) =>
            {
                await isDone.Task;
                await writer.WriteAsync(new SseItem<string>("1", "done"), cancelled);
            },
            AnswerStream.Silence, clock, CancellationToken.None).GetAsyncEnumerator();

        for (var i = 0; i < 2; i++)
        {
            var next = events.MoveNextAsync();
            Assert.False(next.IsCompleted);
            await clock.RunOutAsync();
            Assert.True(await next);
            Assert.Equal("ping", events.Current.EventType);
        }

        isDone.SetResult();
        Assert.True(await events.MoveNextAsync());
        Assert.Equal("done", events.Current.EventType);
        Assert.All(clock.Waits, static wait => Assert.Equal(TimeSpan.FromSeconds(15), wait));
    }

    [Fact]
    public async Task Pings_while_the_work_is_silent()
    {
        var isHeard = new TaskCompletionSource();
        var items = new List<string>();
        await foreach (var item in EventStream.RunAsync(
            async (writer, cancelled) =>
            {
                await isHeard.Task;
                await writer.WriteAsync(new SseItem<string>("1", "done"), cancelled);
            },
            TimeSpan.FromMilliseconds(1), TimeProvider.System, CancellationToken.None))
        {
            items.Add(item.EventType);
            isHeard.TrySetResult();
        }

        Assert.Equal("ping", items[0]);
        Assert.Equal(["done"], items.Where(static item => item != "ping"));
    }

    [Fact]
    public async Task Cancels_the_work_when_the_reader_goes_away()
    {
        var ended = new TaskCompletionSource();
        var events = EventStream.RunAsync(
            async (writer, cancelled) =>
            {
                await writer.WriteAsync(new SseItem<string>("1", "begun"), cancelled);
                try
                {
                    await Task.Delay(Timeout.Infinite, cancelled);
                }
                finally
                {
                    ended.SetResult();
                }
            },
            Never, TimeProvider.System, CancellationToken.None);

        await using (var reader = events.GetAsyncEnumerator())
        {
            Assert.True(await reader.MoveNextAsync());
            Assert.Equal("begun", reader.Current.EventType);
        }

        await ended.Task.WaitAsync(TimeSpan.FromMinutes(1));
        Assert.True(ended.Task.IsCompletedSuccessfully);
    }
}
