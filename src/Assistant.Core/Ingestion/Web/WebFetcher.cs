using System.Net;
using System.Net.Sockets;
using Assistant.Core.Configuration;

namespace Assistant.Core.Ingestion.Web;

/// <summary>Fetches pages, from public addresses only unless told otherwise.</summary>
/// <remarks>
/// An address is checked where the connection is made, and that same address is connected to: a name that resolves
/// otherwise a moment later gains nothing. Each redirect is a request of its own. No proxy, no cookies, no credentials.
/// Thread-safe.
/// </remarks>
public sealed class WebFetcher : IDisposable
{
    private const int MaximumRedirects = 5;
    private const int MaximumHeaderKilobytes = 64;
    private const long BytesPerMegabyte = 1024 * 1024;
    private static readonly TimeSpan ConnectTimeout = TimeSpan.FromSeconds(10);

    private readonly WebOptions _options;
    private readonly Func<string, CancellationToken, Task<IPAddress[]>> _resolve;
    private readonly Predicate<IPAddress> _isAllowed;
    private readonly HttpClient _client;

    /// <summary>Makes a fetcher; nothing is connected to yet.</summary>
    /// <param name="options">What may be fetched.</param>
    public WebFetcher(WebOptions options)
        : this(options, Dns.GetHostAddressesAsync, address => options.AllowPrivateAddresses || PublicAddress.IsPublic(address))
    {
    }

    internal WebFetcher(
        WebOptions options, Func<string, CancellationToken, Task<IPAddress[]>> resolve, Predicate<IPAddress> isAllowed)
    {
        _options = options;
        _resolve = resolve;
        _isAllowed = isAllowed;
#pragma warning disable CA2000 // The client owns it.
        _client = new HttpClient(
            new SocketsHttpHandler
            {
                AllowAutoRedirect = false,
                UseProxy = false,
                UseCookies = false,
                AutomaticDecompression = DecompressionMethods.All,
                ConnectTimeout = ConnectTimeout,
                MaxResponseHeadersLength = MaximumHeaderKilobytes,
                ConnectCallback = ConnectAsync,
            },
            disposeHandler: true)
        { Timeout = Timeout.InfiniteTimeSpan };
#pragma warning restore CA2000
        _client.DefaultRequestHeaders.UserAgent.ParseAdd("assistant/1.0");
        _client.DefaultRequestHeaders.Accept.ParseAdd("text/html, application/xhtml+xml, application/rss+xml, application/atom+xml, text/*;q=0.9, */*;q=0.5");
    }

    /// <summary>Most items read of one feed.</summary>
    internal int MaxFeedItems => _options.MaxFeedItems;

    /// <inheritdoc/>
    public void Dispose() => _client.Dispose();

    /// <summary>Fetches a page, or learns that it did not change.</summary>
    /// <exception cref="ArticleRefusedException">It cannot be had, or must not be; the message says why.</exception>
    internal async Task<WebPage> GetAsync(Uri address, PageValidator validator, CancellationToken cancellationToken)
    {
        using var deadline = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        deadline.CancelAfter(TimeSpan.FromSeconds(_options.TimeoutSeconds));
        try
        {
            for (var redirects = 0; redirects <= MaximumRedirects; redirects++)
            {
                RefuseOtherSchemes(address);
                using var response = await SendAsync(address, validator, deadline.Token);
                if (RedirectOf(response, address) is not { } next) return await ReadAsync(response, address, deadline.Token);
                address = next;
            }

            throw new ArticleRefusedException($"It redirects more than {MaximumRedirects} times.");
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            throw new ArticleRefusedException($"No complete answer within {_options.TimeoutSeconds} seconds. Try again later.");
        }
        catch (HttpRequestException exception) when (exception.InnerException is ArticleRefusedException refusal)
        {
            throw new ArticleRefusedException(refusal.Message);
        }
        catch (Exception exception) when (exception is HttpRequestException or IOException or InvalidDataException or SocketException)
        {
            throw new ArticleRefusedException($"It cannot be fetched: {exception.Message}");
        }
    }

    private static void RefuseOtherSchemes(Uri address)
    {
        if (address.Scheme != Uri.UriSchemeHttp && address.Scheme != Uri.UriSchemeHttps)
            throw new ArticleRefusedException($"Only http and https are fetched, not {address.Scheme}.");
    }

    private async Task<HttpResponseMessage> SendAsync(Uri address, PageValidator validator, CancellationToken cancellationToken)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, address);
        if (validator.ETag is { } tag) request.Headers.TryAddWithoutValidation("If-None-Match", tag);
        if (validator.LastModified is { } time) request.Headers.TryAddWithoutValidation("If-Modified-Since", time);
        return await _client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancellationToken);
    }

    private static Uri? RedirectOf(HttpResponseMessage response, Uri address)
    {
        var isRedirect = response.StatusCode is HttpStatusCode.MovedPermanently or HttpStatusCode.Found or HttpStatusCode.SeeOther
            or HttpStatusCode.TemporaryRedirect or HttpStatusCode.PermanentRedirect;
        return isRedirect && response.Headers.Location is { } location ? new Uri(address, location) : null;
    }

    private async Task<WebPage> ReadAsync(HttpResponseMessage response, Uri address, CancellationToken cancellationToken)
    {
        if (response.StatusCode == HttpStatusCode.NotModified) return new WebPage(address) { IsUnmodified = true };
        if (response.StatusCode != HttpStatusCode.OK)
            throw new ArticleRefusedException($"The server answered {(int)response.StatusCode} {response.StatusCode}.");
        var tooLarge = $"Too large: more than {_options.MaxMegabytes} MB.";
        var maximumBytes = _options.MaxMegabytes * BytesPerMegabyte;
        if (response.Content.Headers.ContentLength > maximumBytes) throw new ArticleRefusedException(tooLarge);
        await using var content = await response.Content.ReadAsStreamAsync(cancellationToken);
        await using var limited = new LimitedStream(content, maximumBytes, tooLarge);
        using var bytes = new MemoryStream();
        await limited.CopyToAsync(bytes, cancellationToken);
        return new WebPage(address)
        {
            Bytes = bytes.ToArray(),
            MediaType = response.Content.Headers.ContentType?.MediaType,
            Charset = response.Content.Headers.ContentType?.CharSet,
            Validator = new PageValidator(HeaderOf(response.Headers, "ETag"), HeaderOf(response.Content.Headers, "Last-Modified")),
        };
    }

    private static string? HeaderOf(System.Net.Http.Headers.HttpHeaders headers, string name) =>
        headers.TryGetValues(name, out var values) ? values.First() : null;

    private async ValueTask<Stream> ConnectAsync(SocketsHttpConnectionContext context, CancellationToken cancellationToken)
    {
        var host = context.DnsEndPoint.Host;
        var addresses = IPAddress.TryParse(host, out var literal) ? [literal] : await _resolve(host, cancellationToken);
        var allowed = Array.FindAll(addresses, _isAllowed);
        if (allowed.Length == 0)
        {
            throw new ArticleRefusedException(
                $"{host} is on this machine or a private network, which is not fetched from. Web:AllowPrivateAddresses allows it.");
        }

#pragma warning disable CA2000 // The stream owns it.
        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
#pragma warning restore CA2000
        try
        {
            await socket.ConnectAsync(allowed, context.DnsEndPoint.Port, cancellationToken);
            return new NetworkStream(socket, ownsSocket: true);
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }
}
