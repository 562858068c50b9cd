using System.ClientModel.Primitives;
using System.Diagnostics.CodeAnalysis;

namespace Assistant.Core;

/// <summary>How an OpenAI-compatible endpoint is spoken to: no redirects, no repetition, and no more bytes than an answer can have.</summary>
[SuppressMessage("Reliability", "CA2000:Dispose objects before losing scope", Justification = "The transport lives as long as the client that it is made for.")]
internal static class EndpointTransport
{
    /// <summary>A transport that reads at most so many bytes of an answer.</summary>
    /// <remarks>One longer fails with an <see cref="IOException"/> while it is read.</remarks>
    public static HttpClientPipelineTransport Limited(long mostBytes) =>
        new(new HttpClient(new LimitingHandler(mostBytes)) { Timeout = Timeout.InfiniteTimeSpan });

    private sealed class LimitingHandler(long mostBytes) : DelegatingHandler(new SocketsHttpHandler { AllowAutoRedirect = false, PooledConnectionLifetime = TimeSpan.FromMinutes(5) })
    {
        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            var response = await base.SendAsync(request, cancellationToken);
            var content = new StreamContent(new LimitedStream(await response.Content.ReadAsStreamAsync(cancellationToken), mostBytes));
            foreach (var header in response.Content.Headers) content.Headers.TryAddWithoutValidation(header.Key, header.Value);
            response.Content = content;
            return response;
        }
    }

    private sealed class LimitedStream(Stream inner, long mostBytes) : Stream
    {
        private long _read;

        public override bool CanRead => true;

        public override bool CanSeek => false;

        public override bool CanWrite => false;

        public override long Length => throw new NotSupportedException();

        public override long Position
        {
            get => _read;
            set => throw new NotSupportedException();
        }

        public override int Read(byte[] buffer, int offset, int count) => Counted(inner.Read(buffer, offset, count));

        public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) =>
            Counted(await inner.ReadAsync(buffer, cancellationToken));

        public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
            ReadAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

        public override void Flush() => throw new NotSupportedException();

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();

        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

        protected override void Dispose(bool disposing)
        {
            if (disposing) inner.Dispose();
            base.Dispose(disposing);
        }

        private int Counted(int count)
        {
            _read += count;
            return _read <= mostBytes ? count : throw new IOException($"The endpoint's answer is longer than {mostBytes} bytes.");
        }
    }
}
