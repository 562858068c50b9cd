using System.ClientModel;
using Assistant.Core.Chat;
using Microsoft.Extensions.AI;

namespace Assistant.Tests.Chat;

public sealed class ResilientChatClientTests
{
    private static readonly ChatMessage[] Hello = [new(ChatRole.User, "Hello")];

    [Fact]
    public async Task Tries_again_before_the_first_word()
    {
        using var scripted = new ScriptedChatClient(
            static _ => ScriptedChatClient.SayThenThrow(new HttpRequestException("refused")), static _ => ScriptedChatClient.Say("Good ", "day."));

        Assert.Equal("Good day.", await ReadAsync(scripted));
        Assert.Equal(2, scripted.Calls);
    }

    [Fact]
    public async Task Never_tries_again_after_the_first_word()
    {
        using var scripted = new ScriptedChatClient(static _ => ScriptedChatClient.SayThenThrow(new IOException("cut"), "Good "));

        var failure = await Assert.ThrowsAsync<GeneratorException>(() => ReadAsync(scripted));

        Assert.Equal(GeneratorFailure.ConnectionCut, failure.Failure);
        Assert.Equal(1, scripted.Calls);
    }

    [Fact]
    public async Task Gives_up_a_model_that_never_says_a_word_at_once()
    {
        using var scripted = new ScriptedChatClient(ScriptedChatClient.Hang);

        var failure = await Assert.ThrowsAsync<GeneratorException>(
            () => ReadAsync(scripted, new ChatModelOptions { FirstTokenSeconds = 0.1, TotalSeconds = 5, MaxRetries = 1 }));

        Assert.Equal(GeneratorFailure.Timeout, failure.Failure);
        Assert.Equal(1, scripted.Calls);
    }

    [Fact]
    public async Task Ends_a_text_at_the_total_time_limit()
    {
        using var scripted = new ScriptedChatClient(static token => SayAndHang(token));

        var failure = await Assert.ThrowsAsync<GeneratorException>(
            () => ReadAsync(scripted, new ChatModelOptions { FirstTokenSeconds = 5, TotalSeconds = 0.2 }));

        Assert.Equal(GeneratorFailure.Timeout, failure.Failure);
    }

    [Fact]
    public async Task Leaves_a_dead_model_alone()
    {
        using var scripted = new ScriptedChatClient(static _ => ScriptedChatClient.SayThenThrow(new HttpRequestException("dead")));
        using var client = new ResilientChatClient(scripted, new ChatModelOptions { MaxRetries = 0 }, TimeProvider.System);
        for (var i = 0; i < 4; i++) await Assert.ThrowsAsync<GeneratorException>(() => client.GetResponseAsync(Hello));

        var failure = await Assert.ThrowsAsync<GeneratorException>(() => client.GetResponseAsync(Hello));

        Assert.Equal(GeneratorFailure.CircuitOpen, failure.Failure);
        Assert.Equal(4, scripted.Calls);
        Assert.True(client.IsCircuitOpen);
    }

    [Fact]
    public async Task Leaves_a_model_alone_that_stops_in_the_middle()
    {
        using var scripted = new ScriptedChatClient(static token => SayAndHang(token));
        using var client = new ResilientChatClient(scripted, new ChatModelOptions { FirstTokenSeconds = 0.1 }, TimeProvider.System);
        for (var i = 0; i < 4; i++)
            Assert.Equal(GeneratorFailure.Timeout, (await Assert.ThrowsAsync<GeneratorException>(() => client.GetResponseAsync(Hello))).Failure);

        Assert.Equal(GeneratorFailure.CircuitOpen, (await Assert.ThrowsAsync<GeneratorException>(() => client.GetResponseAsync(Hello))).Failure);
        Assert.Equal(4, scripted.Calls);
    }

    [Fact]
    public async Task Leaves_a_model_alone_that_dies_after_it_was_good()
    {
        var isDead = false;
        using var scripted = new ScriptedChatClient(_ => isDead ? ScriptedChatClient.SayThenThrow(new IOException("dead")) : ScriptedChatClient.Say("Good day."));
        using var client = new ResilientChatClient(scripted, new ChatModelOptions { MaxRetries = 0 }, TimeProvider.System);
        for (var i = 0; i < 5; i++) await client.GetResponseAsync(Hello);
        isDead = true;
        for (var i = 0; i < 5; i++) await Assert.ThrowsAsync<GeneratorException>(() => client.GetResponseAsync(Hello));

        Assert.True(client.IsCircuitOpen);
    }

    [Fact]
    public async Task What_throws_the_clients_reader_is_garbage()
    {
        using var scripted = new ScriptedChatClient(static _ => ScriptedChatClient.SayThenThrow(new InvalidCastException()));

        Assert.Equal(GeneratorFailure.Garbage, (await Assert.ThrowsAsync<GeneratorException>(() => ReadAsync(scripted))).Failure);
        Assert.Equal(1, scripted.Calls);
    }

    [Fact]
    public async Task Waits_as_long_as_the_endpoint_asks()
    {
        using var scripted = new ScriptedChatClient(
            static _ => ScriptedChatClient.SayThenThrow(new GeneratorException(GeneratorFailure.RateLimited) { RetryAfter = TimeSpan.FromMilliseconds(1) }),
            static _ => ScriptedChatClient.Say("Later."));

        Assert.Equal("Later.", await ReadAsync(scripted));
    }

    [Fact]
    public async Task Does_not_wait_when_the_endpoint_asks_too_much()
    {
        using var scripted = new ScriptedChatClient(
            static _ => ScriptedChatClient.SayThenThrow(new GeneratorException(GeneratorFailure.RateLimited) { RetryAfter = TimeSpan.FromHours(1) }));

        var failure = await Assert.ThrowsAsync<GeneratorException>(() => ReadAsync(scripted));

        Assert.Equal(GeneratorFailure.RateLimited, failure.Failure);
        Assert.Equal(1, scripted.Calls);
    }

    [Fact]
    public async Task The_callers_cancellation_is_not_a_failure_of_the_model()
    {
        using var scripted = new ScriptedChatClient(ScriptedChatClient.Hang);
        using var client = new ResilientChatClient(scripted, new ChatModelOptions(), TimeProvider.System);
        using var caller = new CancellationTokenSource(50);

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => client.GetResponseAsync(Hello, null, caller.Token));
    }

    [Theory]
    [InlineData(500, GeneratorFailure.Unavailable)]
    [InlineData(429, GeneratorFailure.RateLimited)]
    [InlineData(401, GeneratorFailure.Rejected)]
    [InlineData(302, GeneratorFailure.Rejected)]
    public void Knows_what_a_status_means(int status, GeneratorFailure expected) =>
        Assert.Equal(expected, FailureMapping.ToFailure(new ClientResultException("x", new StatusOnly(status)), hasBegun: false).Failure);

    [Fact]
    public void Knows_a_prompt_that_is_too_long() =>
        Assert.Equal(
            GeneratorFailure.ContextTooLong,
            FailureMapping.ToFailure(new ClientResultException("maximum context length is 4096 tokens", new StatusOnly(400)), hasBegun: false).Failure);

    private static async Task<string> ReadAsync(IChatClient inner, ChatModelOptions? options = null)
    {
        using var client = new ResilientChatClient(inner, options ?? new ChatModelOptions(), TimeProvider.System);
        return (await client.GetResponseAsync(Hello)).Text;
    }

    private static async IAsyncEnumerable<string> SayAndHang([System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellationToken)
    {
        yield return "Once ";
        await Task.Delay(Timeout.Infinite, cancellationToken);
    }
}
