namespace Assistant.Core.Indexing.Qdrant;

/// <summary>The addresses of the server's nodes, and the one that is used now.</summary>
/// <remarks>Thread-safe.</remarks>
internal sealed class QdrantNodes
{
    private readonly Uri[] _nodes;
    private int _current;

    /// <exception cref="IndexException">The key would be sent by plain HTTP to another machine.</exception>
    public QdrantNodes(QdrantOptions options)
    {
        _nodes = options.Nodes();
        var open = _nodes.FirstOrDefault(static node => node.Scheme == Uri.UriSchemeHttp && !node.IsLoopback);
        if (open is not null && !string.IsNullOrEmpty(options.ApiKey) && !options.AllowPlainHttp)
        {
            throw new IndexException(
                IndexFailure.Unavailable,
                $"Qdrant:ApiKey would be sent by plain HTTP to {open.Authority}, where others may read it. Use https, or set "
                + "Qdrant:AllowPlainHttp when the network is private.");
        }
    }

    public Uri Current => _nodes[Volatile.Read(ref _current) % _nodes.Length];

    public int Count => _nodes.Length;

    /// <summary>Goes on to the next node, unless another call has already.</summary>
    public void Leave(Uri failed)
    {
        var current = Volatile.Read(ref _current);
        if (_nodes[current % _nodes.Length] == failed) Interlocked.CompareExchange(ref _current, (current + 1) % _nodes.Length, current);
    }
}
