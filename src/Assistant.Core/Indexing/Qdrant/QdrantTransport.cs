using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using System.Security.Authentication;
using System.Text.Json;
using Polly.CircuitBreaker;
using Polly.Timeout;

namespace Assistant.Core.Indexing.Qdrant;

/// <summary>Sends calls: limits of time, repetition of what may be repeated, a circuit breaker, plain errors.</summary>
/// <remarks>Thread-safe. A message names the operation, the collection and what to do, never the key.</remarks>
internal sealed class QdrantTransport : IDisposable
{
    private const int LongestMessage = 300;
    private const int LongestErrorBytes = 16 * 1024;
    private static readonly TimeSpan ServerHeadStart = TimeSpan.FromSeconds(2);

    private readonly QdrantOptions _options;
    private readonly QdrantNodes _nodes;
    private readonly TimeProvider _time;
    private readonly HttpClient _http;
    private readonly QdrantPipelines _pipelines;

    [SuppressMessage("Reliability", "CA2000:Dispose objects before losing scope", Justification = "The HTTP client owns its connections.")]
    public QdrantTransport(QdrantOptions options, TimeProvider time)
    {
        _options = options;
        _time = time;
        _nodes = new QdrantNodes(options);
        _pipelines = new QdrantPipelines(options, time);
        _http = new HttpClient(CreateConnections(options)) { Timeout = Timeout.InfiniteTimeSpan };
        _http.DefaultRequestHeaders.UserAgent.Add(new ProductInfoHeaderValue("assistant", "1"));
        if (!string.IsNullOrEmpty(options.ApiKey)) _http.DefaultRequestHeaders.TryAddWithoutValidation("api-key", options.ApiKey);
    }

    /// <summary>The node that is used now, for messages.</summary>
    public string Host => _nodes.Current.Authority;

    /// <summary>Whole seconds that the server may take; it then answers before the attempt is given up.</summary>
    public int ServerSeconds => (int)Math.Ceiling(_options.AttemptSeconds);

    /// <summary>Sends until success, an expected status, or an answer that only a smaller call can better.</summary>
    /// <exception cref="IndexException">It failed, or the time was up.</exception>
    public async Task<QdrantReply> SendAsync(QdrantCall call, CancellationToken cancellationToken)
    {
        try
        {
            var reply = await _pipelines.For(call).ExecuteAsync(async token => await AttemptAsync(call, token), cancellationToken);
            var isDone = reply.IsSuccess || call.Expected.Contains(reply.Status) || reply.IsFinal;
            return isDone ? reply : throw QdrantErrors.Of(call, reply, Host, _nodes.Count);
        }
        catch (TimeoutRejectedException timeout)
        {
            throw QdrantErrors.OfTimeout(call, Host, timeout);
        }
        catch (BrokenCircuitException circuit)
        {
            throw QdrantErrors.OfCircuit(call, Host, circuit);
        }
    }

    /// <summary>Status and body of a path, asked once.</summary>
    public async Task<bool> IsOkAsync(string path, CancellationToken cancellationToken)
    {
        try
        {
            using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(_options.AttemptSeconds), _time);
            using var both = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, cancellationToken);
            using var response = await _http.GetAsync(new Uri(_nodes.Current, path), both.Token);
            if (!response.IsSuccessStatusCode) _nodes.Leave(_nodes.Current);
            return response.IsSuccessStatusCode;
        }
        catch (Exception error) when (error is HttpRequestException or IOException || (error is OperationCanceledException && !cancellationToken.IsCancellationRequested))
        {
            _nodes.Leave(_nodes.Current);
            return false;
        }
    }

    public void Dispose() => _http.Dispose();

    // The server closes idle connections after 5 seconds: ours must be gone before.
    private static SocketsHttpHandler CreateConnections(QdrantOptions options) => new()
    {
        ConnectTimeout = TimeSpan.FromSeconds(Math.Min(5, options.AttemptSeconds)),
        PooledConnectionIdleTimeout = TimeSpan.FromSeconds(2),
        PooledConnectionLifetime = TimeSpan.FromMinutes(2),
        MaxConnectionsPerServer = 32,
        AutomaticDecompression = DecompressionMethods.GZip | DecompressionMethods.Brotli,
        AllowAutoRedirect = false,
        UseCookies = false,
    };

    private async Task<QdrantReply> AttemptAsync(QdrantCall call, CancellationToken cancellationToken)
    {
        var node = _nodes.Current;
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(_options.AttemptSeconds) + ServerHeadStart, _time);
        using var both = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, cancellationToken);
        var reply = await ExchangeAsync(call, node, both.Token, cancellationToken);
        if (reply.IsTransient && reply.Status != (int)HttpStatusCode.TooManyRequests) _nodes.Leave(node);
        return reply with { IsFinal = call.CanSplit && reply.IsTooLarge };
    }

    private async Task<QdrantReply> ExchangeAsync(QdrantCall call, Uri node, CancellationToken limited, CancellationToken caller)
    {
        try
        {
            using var request = new HttpRequestMessage(call.Method, new Uri(node, call.Path));
            if (call.Body is { } body)
            {
                request.Content = new ReadOnlyMemoryContent(body);
                request.Content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
            }

            using var response = await _http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, limited);
            return response.IsSuccessStatusCode
                ? await ReadResultAsync(call, response, limited) : await ReadErrorAsync(response, limited);
        }
        catch (OperationCanceledException) when (!caller.IsCancellationRequested)
        {
            return new QdrantReply { Status = (int)HttpStatusCode.RequestTimeout, IsTimeout = true, Message = "no answer in time" };
        }
        catch (JsonException)
        {
            return new QdrantReply { Status = (int)HttpStatusCode.OK, IsUnreadable = true, Message = "the answer was cut or is not JSON" };
        }
        catch (Exception error) when (error is HttpRequestException or IOException)
        {
            return new QdrantReply { Status = QdrantReply.NoAnswer, Message = Shortened(ReasonOf(error)) };
        }
    }

    private static string ReasonOf(Exception error) =>
        error.InnerException is AuthenticationException tls ? $"TLS failed: {tls.Message}" : error.Message;

    private static async Task<QdrantReply> ReadResultAsync(QdrantCall call, HttpResponseMessage response, CancellationToken cancellationToken)
    {
        await using var stream = await response.Content.ReadAsStreamAsync(cancellationToken);
        using var document = await JsonDocument.ParseAsync(stream, default, cancellationToken);
        var result = document.RootElement.TryGetProperty("result", out var inner) ? inner.Clone() : document.RootElement.Clone();
        return new QdrantReply { Status = (int)response.StatusCode, Result = result, IsUnapplied = call.IsWrite && !IsApplied(result) };
    }

    // Calls on collections answer true; calls on points tell how far they came.
    private static bool IsApplied(JsonElement result) =>
        result.ValueKind != JsonValueKind.Object || !result.TryGetProperty("status", out var status)
        || (status.ValueKind == JsonValueKind.String && status.ValueEquals("completed"u8));

    private async Task<QdrantReply> ReadErrorAsync(HttpResponseMessage response, CancellationToken cancellationToken)
    {
        var bytes = new byte[LongestErrorBytes];
        await using var stream = await response.Content.ReadAsStreamAsync(cancellationToken);
        var length = await stream.ReadAtLeastAsync(bytes, bytes.Length, throwOnEndOfStream: false, cancellationToken);
        return new QdrantReply
        {
            Status = (int)response.StatusCode,
            IsTimeout = response.StatusCode == HttpStatusCode.RequestTimeout,
            Message = Shortened(QdrantErrors.MessageIn(bytes.AsMemory(0, length))),
            RetryAfter = response.Headers.RetryAfter switch
            {
                { Delta: { } delta } => delta,
                { Date: { } date } => date - _time.GetUtcNow(),
                _ => null,
            },
        };
    }

    private string Shortened(string message)
    {
        var safe = string.IsNullOrEmpty(_options.ApiKey) ? message : message.Replace(_options.ApiKey, "(key)", StringComparison.Ordinal);
        return safe.Length <= LongestMessage
            ? safe : string.Create(CultureInfo.InvariantCulture, $"{safe.AsSpan(0, LongestMessage)}…");
    }
}
