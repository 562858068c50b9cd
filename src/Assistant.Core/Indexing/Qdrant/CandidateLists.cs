namespace Assistant.Core.Indexing.Qdrant;

/// <summary>Asks the server for the best by embedding and the best by terms, in one batch.</summary>
internal sealed class CandidateLists(QdrantClient client, QdrantCollections collections, QdrantOptions options)
{
    private const double Oversampling = 2;

    /// <summary>How the dense list is searched; the scores of single passages are always exact.</summary>
    private readonly SearchParams _params = ParamsOf(options);

    internal static SearchParams ParamsOf(QdrantOptions options)
    {
        if (options.Exact) return new SearchParams { Exact = true };
        var quantization = options.Collection.Quantize ? new QuantizationParams(Rescore: true, Oversampling) : null;
        return new SearchParams { HnswEf = options.Collection.SearchBreadth, Quantization = quantization };
    }

    /// <returns>Both lists, best first by the server's scores.</returns>
    /// <param name="query">What to look for.</param>
    /// <param name="terms">The query's terms; without any the second list is empty.</param>
    /// <param name="limits">Lengths of the lists.</param>
    /// <param name="cancellationToken">Cancels the search.</param>
    public async Task<ServerLists> FindAsync(
        PassageQuery query, IReadOnlyList<string> terms, ListLimits limits, CancellationToken cancellationToken)
    {
        var conditions = FilterMapping.ToConditions(query.Filter);
        var filter = conditions.Count == 0 ? null : new PointFilter(conditions);
        var searches = new List<SearchRequest>
        {
            new()
            {
                Query = query.Embedding,
                Using = QdrantSchema.Dense,
                Filter = filter,
                Params = _params,
                Limit = limits.Dense,
                WithPayload = true,
            },
        };
        if (limits.Lexical > 0 && SparseWeights.OfQuery(terms) is { } sparse)
        {
            searches.Add(new SearchRequest
            {
                Query = sparse,
                Using = QdrantSchema.Lexical,
                Filter = filter,
                Limit = limits.Lexical,
                WithPayload = true,
            });
        }

        var found = await client.SearchAsync<PassagePayload>(collections.Passages, searches, cancellationToken);
        return new ServerLists(found[0], found.Count > 1 ? found[1] : []);
    }
}

/// <summary>Lengths of the two lists.</summary>
internal sealed record ListLimits(int Dense, int Lexical);

/// <summary>The two lists as the server made them.</summary>
internal sealed record ServerLists(
    IReadOnlyList<FoundPoint<PassagePayload>> Dense, IReadOnlyList<FoundPoint<PassagePayload>> Lexical)
{
    /// <summary>The members of both, each once, with the dense scores that are known.</summary>
    public IReadOnlyList<Candidate> ToCandidates()
    {
        var candidates = new Dictionary<Guid, Candidate>();
        foreach (var point in Dense) candidates[point.Id] = new Candidate(point.Id, point.Payload!) { Dense = point.Score };
        foreach (var point in Lexical) candidates.TryAdd(point.Id, new Candidate(point.Id, point.Payload!));
        return [.. candidates.Values];
    }
}
