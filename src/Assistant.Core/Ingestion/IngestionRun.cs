using Assistant.Core.Indexing;

namespace Assistant.Core.Ingestion;

/// <summary>One run of the pipeline: what it has seen, and a row for each reading.</summary>
/// <param name="index">Where articles go.</param>
/// <param name="batch">What embeds and stores them.</param>
/// <param name="chunker">Cuts articles into passages.</param>
/// <param name="ledger">What is tracked.</param>
/// <param name="options">How; a plan writes nothing.</param>
internal sealed class IngestionRun(
    IPassageIndex index, EmbeddingBatch batch, Chunker chunker, SourceLedger ledger, IngestionOptions options)
{
    private const string NotEnglish = "Indexed, but questions are answered from English text only: it is shown as nearest passages.";
    private const string Gone = "Its file is gone: no longer searched, old citations still open. 'articles remove' erases it.";

    private readonly List<IngestionItem> _items = [];
    private readonly Dictionary<string, IngestionItem> _seen = new(StringComparer.Ordinal);
    private readonly PruningEvidence _evidence = new();

    /// <summary>The rows so far.</summary>
    public IReadOnlyList<IngestionItem> Items => _items;

    private bool IsTracked => !options.IsPlan && !options.IsTemporary;

    /// <summary>Takes a reading: tracks, embeds and stores its article when it is new or changed.</summary>
    /// <param name="reading">The reading.</param>
    /// <param name="location">Full path or address of what was read.</param>
    /// <param name="cancellationToken">Cancels before the article is stored.</param>
    public async Task TakeAsync(ArticleReading reading, string location, CancellationToken cancellationToken)
    {
        var item = await ToItemAsync(reading, cancellationToken);
        _items.Add(item);
        if (reading.FeedSources.Count > 0 && IsTracked) await ledger.ReplaceAsync(reading.FeedSources, cancellationToken);
        if (item.Outcome == IngestionOutcome.Refused) _evidence.AddUnread(location);
        else _evidence.AddRead(location, item.ArticleId!);
    }

    /// <summary>Embeds and stores what is left, and retires what is gone from the named places.</summary>
    public async Task FinishAsync(IReadOnlyList<string> paths, CancellationToken cancellationToken)
    {
        await batch.FlushAsync(cancellationToken);
        if (options.Prune) await PruneAsync(paths, cancellationToken);
    }

    private async Task<IngestionItem> ToItemAsync(ArticleReading reading, CancellationToken cancellationToken)
    {
        if (reading.UnchangedId is { } unchanged)
        {
            var state = await index.FindAsync(unchanged, cancellationToken);
            return new IngestionItem(reading.Path, unchanged, state?.Revision, IngestionOutcome.Unchanged, reading.Reason);
        }

        if (reading.Article is not { } article)
            return new IngestionItem(reading.Path, ArticleId: null, Revision: null, IngestionOutcome.Refused, reading.Reason);
        if (_seen.TryGetValue(article.Id, out var first))
        {
            var repeat = Repeat(reading.Path, article, first);
            if (repeat.Outcome != IngestionOutcome.Refused) await TrackAsync(reading, cancellationToken);
            return repeat;
        }

        return _seen[article.Id] = await StoreAsync(reading, article, cancellationToken);
    }

    private async Task<IngestionItem> StoreAsync(ArticleReading reading, Article article, CancellationToken cancellationToken)
    {
        var stored = (await index.FindAsync(article.Id, cancellationToken))?.Revision;
        var outcome = IngestionOutcome.Unchanged;
        await TrackAsync(reading, cancellationToken);
        if (stored != article.Revision)
        {
            outcome = stored is null ? IngestionOutcome.Added : IngestionOutcome.Updated;
            if (!options.IsPlan) await batch.AddAsync(article, reading.Removed, chunker.Chunk(article), cancellationToken);
        }

        var warning = article.Language == "en" ? null : NotEnglish;
        return new IngestionItem(reading.Path, article.Id, article.Revision, outcome, reading.Reason ?? warning);
    }

    private async Task TrackAsync(ArticleReading reading, CancellationToken cancellationToken)
    {
        if (reading.Source is { } source && IsTracked) await ledger.TrackAsync(source, cancellationToken);
    }

    private async Task PruneAsync(IReadOnlyList<string> paths, CancellationToken cancellationToken)
    {
        var pruning = new Pruning(ledger, _evidence);
        var gone = pruning.FindGone(paths, options.Root);
        foreach (var orphan in pruning.FindOrphans(gone))
        {
            var state = await index.FindAsync(orphan.ArticleId, cancellationToken);
            if (state?.Revision is null) continue;
            if (!options.IsPlan) await index.RetireAsync(orphan.ArticleId, cancellationToken);
            _items.Add(new IngestionItem(orphan.Location, orphan.ArticleId, state.Revision, IngestionOutcome.Removed, Gone));
        }

        if (!options.IsPlan) await ledger.ForgetAsync(gone, cancellationToken);
    }

    /// <summary>The same article a second time in one run: the first one counts.</summary>
    private static IngestionItem Repeat(string path, Article article, IngestionItem first) =>
        article.Revision == first.Revision
            ? new IngestionItem(path, article.Id, article.Revision, IngestionOutcome.Unchanged, $"The same article as {first.Path}.")
            : new IngestionItem(
                path,
                article.Id,
                Revision: null,
                IngestionOutcome.Refused,
                $"States the same address as {first.Path} but differs from it. Remove one of them.");
}
