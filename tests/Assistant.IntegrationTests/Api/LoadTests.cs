using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Http.Json;
using Xunit.Abstractions;

namespace Assistant.IntegrationTests.Api;

/// <summary>Many clients at once: no error but 429, memory flat, ingestion meanwhile. 60 seconds, with ASSISTANT_LONG=1 120.</summary>
[Collection(ApiTests.Name)]
public sealed class LoadTests(ApiServer server, ITestOutputHelper output)
{
    private const int Clients = 32;
    private const int ShortRunSeconds = 60;
    private const int LongRunSeconds = 120;
    private const int Samples = 40;
    private const double MaximumGrowth = 1.15;

    private static readonly string[] Questions =
        ["Who opened MAKS-2019 together with Putin?", "How many observation posts does Turkey have in Idlib?", "When was the kilogram redefined?", "Who won the 2019 Nobel Prize in Chemistry?"];

    [Fact]
    public async Task Thirty_two_clients_get_answers_or_429_while_articles_are_ingested()
    {
        var statuses = new ConcurrentBag<HttpStatusCode>();
        var milliseconds = new ConcurrentBag<double>();
        using var end = new CancellationTokenSource(TimeSpan.FromSeconds(Seconds()));

        var clients = Enumerable.Range(0, Clients).Select(client => AskUntilAsync(client, statuses, milliseconds, end.Token)).ToList();
        var ingesting = IngestUntilAsync(end.Token);
        var memory = await SampleMemoryAsync();
        await Task.WhenAll(clients);
        var ingested = await ingesting;

        var (early, late) = (Median(memory[(Samples / 4)..(Samples / 2)]), Median(memory[^(Samples / 4)..]));
        Assert.Contains(HttpStatusCode.OK, statuses);
        Report(statuses, milliseconds, ingested, $"memory {memory[0] >> 20} MB at the start, {early >> 20} MB in the second quarter, {late >> 20} MB in the last");
        Assert.All(statuses, static status => Assert.Contains(status, new[] { HttpStatusCode.OK, HttpStatusCode.TooManyRequests }));
        Assert.True(ingested > 1);
        Assert.True(late < early * MaximumGrowth, $"{early} bytes became {late}.");
    }

    [Fact]
    public async Task A_full_queue_turns_clients_away_at_once()
    {
        var small = new ApiServer("--Api:ParallelQuestions=1", "--Api:QueuedQuestions=1") { HasArticles = false };
        try
        {
            await small.InitializeAsync();
            using var measured = new Measurements();
            await small.AddAsync(new { key = "gate", text = "The north gate is green. It was painted in May.", format = "text" });

            var responses = await Task.WhenAll(Enumerable.Range(0, Clients).Select(
                _ => small.Client.PostAsJsonAsync("/v1/answers", new { question = "What colour is the north gate?" })));

            Assert.Contains(responses, static response => response.StatusCode == HttpStatusCode.OK);
            var refused = responses.Where(static response => response.StatusCode == HttpStatusCode.TooManyRequests).ToList();
            Assert.NotEmpty(refused);
            Assert.All(refused, static response => Assert.True(response.Headers.RetryAfter!.Delta > TimeSpan.Zero));
            Assert.Equal(refused.Count, measured.Of("assistant.refusals").Count);
        }
        finally
        {
            await small.DisposeAsync();
        }
    }

    private async Task AskUntilAsync(
        int client, ConcurrentBag<HttpStatusCode> statuses, ConcurrentBag<double> milliseconds, CancellationToken end)
    {
        var i = client;
        while (!end.IsCancellationRequested)
        {
            var began = Stopwatch.GetTimestamp();
            using var response = await server.Client.PostAsJsonAsync(
                "/v1/answers", new { question = Questions[i++ % Questions.Length] }, CancellationToken.None);
            await response.Content.ReadAsByteArrayAsync(CancellationToken.None);
            statuses.Add(response.StatusCode);
            if (response.IsSuccessStatusCode) milliseconds.Add(Stopwatch.GetElapsedTime(began).TotalMilliseconds);
            else await Task.Delay(response.Headers.RetryAfter?.Delta ?? TimeSpan.FromSeconds(1), CancellationToken.None);
        }
    }

    private async Task<int> IngestUntilAsync(CancellationToken end)
    {
        var count = 0;
        do
        {
            var result = await server.AddAsync(new { key = "load", text = $"The meter of the mill read {count} on Friday. Nobody lives there.", format = "text" });
            Assert.Equal(1, result.GetProperty("added").GetInt32() + result.GetProperty("updated").GetInt32());
            count++;
        }
        while (!end.IsCancellationRequested);
        return count;
    }

    private void Report(
        ConcurrentBag<HttpStatusCode> statuses, ConcurrentBag<double> milliseconds, int ingested, string memory)
    {
        var sorted = milliseconds.Order().ToList();
        output.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{Clients} clients, {Seconds()} s: {sorted.Count} answers, {statuses.Count - sorted.Count} × 429, p50 {sorted[sorted.Count / 2]:F0} ms, p95 {sorted[(int)(sorted.Count * 0.95)]:F0} ms, {ingested} articles ingested meanwhile, {memory}"));
    }

    /// <summary>The working set, evenly over the run.</summary>
    private static async Task<long[]> SampleMemoryAsync()
    {
        var samples = new long[Samples];
        for (var i = 0; i < Samples; i++)
        {
            await Task.Delay(TimeSpan.FromSeconds(Seconds() / (double)Samples));
            samples[i] = Environment.WorkingSet;
        }

        return samples;
    }

    private static long Median(long[] values) => values.Order().ElementAt(values.Length / 2);

    private static int Seconds() => Environment.GetEnvironmentVariable("ASSISTANT_LONG") == "1" ? LongRunSeconds : ShortRunSeconds;
}
