namespace Assistant.Core.Indexing.Qdrant;

/// <summary>Gives each candidate both true scores.</summary>
/// <remarks>
/// A document's weight depends on the average length of all passages, which changes with every article, while the weights
/// on the server stay as they were written. So BM25 is computed here, by the embedded index's formula, from the candidate's
/// words. What that needs of the whole collection, how many passages hold a term, is read off the server: the score of one
/// candidate for one term is its weight times the term's idf. The missing cosines are asked for by <c>has_id</c>, in the same batch.
/// </remarks>
internal sealed class CandidateScores(QdrantClient client, QdrantCollections collections)
{
    private static readonly string[] ReferenceOnly = ["reference_length"];

    /// <param name="candidates">Gets the scores.</param>
    /// <param name="query">What is looked for.</param>
    /// <param name="terms">The query's terms, as often as they occur.</param>
    /// <param name="totals">Totals of the collection.</param>
    /// <param name="cancellationToken">Cancels the search.</param>
    public async Task FillAsync(
        IReadOnlyList<Candidate> candidates,
        PassageQuery query,
        IReadOnlyList<string> terms,
        Statistics totals,
        CancellationToken cancellationToken)
    {
        var missing = candidates.Where(static candidate => candidate.Dense is null).ToDictionary(static candidate => candidate.Id);
        var searches = new List<SearchRequest>();
        if (missing.Count > 0) searches.Add(Cosines(query, [.. missing.Keys]));
        var probes = FindProbes(candidates, terms);
        searches.AddRange(probes.Select(static probe => Probe(probe.Term, probe.Candidate)));

        var found = await client.SearchAsync<Reference>(collections.Passages, searches, cancellationToken);
        if (missing.Count > 0)
            foreach (var point in found[0]) missing[point.Id].Dense = point.Score;
        var idfs = new Dictionary<string, double>(StringComparer.Ordinal);
        foreach (var (probe, points) in probes.Zip(found.Skip(missing.Count > 0 ? 1 : 0)))
            if (points is [var point]) idfs[probe.Term] = IdfOf(probe, point, totals.Passages);
        Score(candidates, terms, idfs, (double)totals.Terms / totals.Passages);
    }

    private static SearchRequest Cosines(PassageQuery query, IReadOnlyList<Guid> ids) => new()
    {
        Query = query.Embedding,
        Using = QdrantSchema.Dense,
        Filter = new PointFilter(Condition.Has(ids)),
        Params = new SearchParams { Exact = true },
        Limit = ids.Count,
        WithPayload = false,
    };

    /// <summary>For each term a candidate that holds it; a term that none holds adds nothing to any score.</summary>
    private static List<(string Term, Candidate Candidate)> FindProbes(
        IReadOnlyList<Candidate> candidates, IReadOnlyList<string> terms)
    {
        var open = terms.ToHashSet(StringComparer.Ordinal);
        var probes = new List<(string, Candidate)>(open.Count);
        foreach (var candidate in candidates.OrderBy(static candidate => candidate.Id))
            probes.AddRange(candidate.Terms.Where(open.Remove).Select(term => (term, candidate)));

        return probes;
    }

    private static SearchRequest Probe(string term, Candidate candidate) => new()
    {
        Query = SparseWeights.OfQuery([term])!,
        Using = QdrantSchema.Lexical,
        Filter = new PointFilter(Condition.Has([candidate.Id])),
        Limit = 1,
        WithPayload = ReferenceOnly,
    };

    /// <summary>The exact idf: the server's, in 32-bit floats, tells how many passages hold the term.</summary>
    private static double IdfOf((string Term, Candidate Candidate) probe, FoundPoint<Reference> point, int passages)
    {
        var weight = SparseWeights.Of(probe.Term, probe.Candidate.Terms, point.Payload!.ReferenceLength);
        var containing = ((passages + 1) / Math.Exp(point.Score / weight)) - 0.5;
        return Bm25.Idf(passages, (int)Math.Clamp(Math.Round(containing), 1, passages));
    }

    private static void Score(
        IReadOnlyList<Candidate> candidates, IReadOnlyList<string> terms, Dictionary<string, double> idfs, double averageLength)
    {
        foreach (var candidate in candidates)
        {
            var counts = candidate.Terms.CountBy(static term => term).ToDictionary(StringComparer.Ordinal);
            var score = 0.0;
            foreach (var term in terms)
            {
                if (counts.TryGetValue(term, out var count) && idfs.TryGetValue(term, out var idf))
                    score += idf * Bm25.Saturate(count, candidate.Terms.Count, averageLength);
            }

            candidate.Lexical = score;
        }
    }

    /// <summary>What the server's copy of a vector was made with.</summary>
    private sealed record Reference(double ReferenceLength);
}
