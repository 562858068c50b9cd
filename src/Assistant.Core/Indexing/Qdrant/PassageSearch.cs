namespace Assistant.Core.Indexing.Qdrant;

/// <summary>Searches: both lists, both scores, and only what belongs to one version of each article.</summary>
/// <remarks>
/// The server's lists may hold passages of a revision that is being written or deleted. An article's record tells which
/// revision counts; when it was written after the search began, the search is repeated. Thread-safe.
/// </remarks>
internal sealed class PassageSearch(
    QdrantClient client, QdrantCollections collections, ArticleStore articles, WriterLease lease, QdrantOptions options)
{
    private const int MostAttempts = 5;
    private const int Spare = 10;
    private const int LongestList = 1000;
    private const double RoundingSlack = 1 + 1e-5;

    private readonly CandidateLists _lists = new(client, collections, options);
    private readonly CandidateScores _scores = new(client, collections);

    public async Task<SearchResult> SearchAsync(PassageQuery query, CancellationToken cancellationToken)
    {
        var seen = new Dictionary<string, long>(StringComparer.Ordinal);
        var found = new Found([], IsSettled: false);
        for (var attempt = 1; attempt <= MostAttempts && !found.IsSettled; attempt++)
        {
            var totals = await lease.ReadAsync(cancellationToken);
            if (totals.Passages == 0) found = new Found([], IsSettled: true);
            else found = await FindAsync(query, totals, seen, cancellationToken);
        }

        var undated = query.Filter.HasDate ? await CountUndatedAsync(query.Filter, cancellationToken) : 0;
        return new SearchResult(found.Passages, undated);
    }

    private async Task<Found> FindAsync(
        PassageQuery query, Statistics totals, Dictionary<string, long> seen, CancellationToken cancellationToken)
    {
        var terms = LexicalAnalyzer.Analyze(query.Text);
        var limits = new ListLimits(query.DenseCount + Spare, query.LexicalCount * 2);
        while (true)
        {
            var lists = await _lists.FindAsync(query, terms, limits, cancellationToken);
            var candidates = lists.ToCandidates();
            await _scores.FillAsync(candidates, query, terms, totals, cancellationToken);
            // After all else: what was still there when its record was read was there during the search.
            var states = await articles.FindAllAsync(
                candidates.Select(static one => one.Payload.ArticleId).Distinct(StringComparer.Ordinal), cancellationToken);
            var isSettled = AreSettled(states, totals, seen);
            candidates = [.. candidates.Where(one => states.GetValueOrDefault(one.Payload.ArticleId)?.Active == one.Payload.Revision)];

            var isDenseDone = IsDenseDone(lists.Dense, limits.Dense, candidates, query.DenseCount);
            var isLexicalDone = IsLexicalDone(lists.Lexical, limits.Lexical, candidates, query.LexicalCount, totals);
            if (!isSettled || (isDenseDone && isLexicalDone)) return new Found(Rank(query, lists, candidates), isSettled);
            limits = new ListLimits(Longer(limits.Dense, isDenseDone), Longer(limits.Lexical, isLexicalDone));
        }
    }

    /// <summary>True when no article that was found changed since the search began, or since it was last looked at.</summary>
    private static bool AreSettled(
        IReadOnlyDictionary<string, ArticleRecord> states, Statistics totals, Dictionary<string, long> seen)
    {
        var isSettled = true;
        foreach (var (id, state) in states)
        {
            var isOld = state.Version < totals.Version || (state.Version == totals.Version && !totals.IsWriting);
            isSettled &= isOld || (seen.TryGetValue(id, out var version) && version == state.Version);
            seen[id] = state.Version;
        }

        return isSettled;
    }

    private static int Longer(int limit, bool isDone) => isDone ? limit : Math.Max(limit, Math.Min(limit * 2, LongestList));

    // Equal scores are ranked by id: those that are as good as the last that counts must all be in the list.
    private static bool IsDenseDone(
        IReadOnlyList<FoundPoint<PassagePayload>> list, int limit, IReadOnlyList<Candidate> candidates, int count)
    {
        if (list.Count < limit || limit >= LongestList) return true;
        var valid = candidates.Select(static one => one.Id).ToHashSet();
        var best = list.Where(point => valid.Contains(point.Id)).Take(count).ToList();
        return best.Count == count && list[^1].Score < best[^1].Score;
    }

    // The true scores differ from the server's by the average length; none that is not in the list may get before the last that counts.
    private static bool IsLexicalDone(
        IReadOnlyList<FoundPoint<PassagePayload>> list, int limit, IReadOnlyList<Candidate> candidates, int count, Statistics totals)
    {
        if (count == 0 || list.Count < limit || limit >= LongestList) return true;
        var average = (double)totals.Terms / totals.Passages;
        var mostGrowth = Math.Max(1, average / list.Min(static point => point.Payload!.ReferenceLength)) * RoundingSlack;
        var best = candidates.Select(static one => one.Lexical).OrderDescending().Take(count).ToList();
        return best.Count == count && list[^1].Score * mostGrowth < best[^1];
    }

    private static IReadOnlyList<RankedPassage> Rank(PassageQuery query, ServerLists lists, IReadOnlyList<Candidate> candidates)
    {
        var inDenseList = lists.Dense.Select(static point => point.Id).ToHashSet();
        var dense = Ranks(candidates.Where(one => inDenseList.Contains(one.Id)), static one => one.Dense ?? 0, query.DenseCount);
        var lexical = Ranks(candidates.Where(static one => one.Lexical > 0), static one => one.Lexical, query.LexicalCount);
        return
        [
            .. candidates
                .Where(one => dense.ContainsKey(one.Id) || lexical.ContainsKey(one.Id))
                .OrderBy(static one => one.Id)
                .Select(one => one.ToPassage(
                    dense.TryGetValue(one.Id, out var denseRank) ? denseRank : null,
                    lexical.TryGetValue(one.Id, out var lexicalRank) ? lexicalRank : null)),
        ];
    }

    private static Dictionary<Guid, int> Ranks(IEnumerable<Candidate> candidates, Func<Candidate, double> score, int count) =>
        candidates.OrderByDescending(score).ThenBy(static one => one.Id).Take(count)
            .Select(static (one, index) => (one.Id, Rank: index + 1))
            .ToDictionary(static one => one.Id, static one => one.Rank);

    private async Task<int> CountUndatedAsync(PassageFilter filter, CancellationToken cancellationToken)
    {
        var conditions = FilterMapping.ToConditionsBesideDate(filter);
        conditions.AddRange(
            [Condition.Is("kind", RecordKind.Article), Condition.Is("is_active", true), Condition.Is("is_dated", false)]);
        return (int)await client.CountAsync(collections.Articles, new PointFilter(conditions), cancellationToken);
    }

    private sealed record Found(IReadOnlyList<RankedPassage> Passages, bool IsSettled);
}
