namespace Assistant.Core.Indexing;

/// <summary>Copies all that one index holds into another, of whatever kind: revisions, embeddings and tombstones.</summary>
/// <remarks>
/// Can always be repeated: what the target holds already is not written again, so an interrupted copy goes on where it stopped.
/// Nothing is embedded. The target must hold nothing else for the copy to be verified.
/// </remarks>
public sealed class IndexTransfer(ICopyableIndex source, ICopyableIndex target)
{
    /// <summary>Copies, then compares counts and digests.</summary>
    /// <param name="progress">Told after each article; null when nobody wants to know.</param>
    /// <param name="cancellationToken">Cancels between revisions; what is copied stays.</param>
    public async Task<CopyResult> RunAsync(IProgress<CopyProgress>? progress, CancellationToken cancellationToken)
    {
        var wanted = await source.ListHistoriesAsync(cancellationToken);
        var present = (await target.ListHistoriesAsync(cancellationToken)).ToDictionary(static one => one.ArticleId, StringComparer.Ordinal);
        var (done, copied) = (0, 0);
        foreach (var history in wanted)
        {
            if (await CopyAsync(history, present.GetValueOrDefault(history.ArticleId), cancellationToken)) copied++;
            progress?.Report(new CopyProgress(++done, wanted.Count));
        }

        await target.TrackAsync(await source.ListSourcesAsync(cancellationToken), [], cancellationToken);
        return new CopyResult
        {
            Articles = wanted.Count,
            Copied = copied,
            Revisions = (CountRevisions(wanted), CountRevisions(await target.ListHistoriesAsync(cancellationToken))),
            Digests = (await source.ComputeDigestAsync(cancellationToken), await target.ComputeDigestAsync(cancellationToken)),
        };
    }

    /// <returns>False when the target held it already.</returns>
    private async Task<bool> CopyAsync(ArticleHistory wanted, ArticleHistory? present, CancellationToken cancellationToken)
    {
        var isSame = present is not null && present.IsErased == wanted.IsErased && present.Active == wanted.Active
            && present.Revisions.ToHashSet(StringComparer.Ordinal).SetEquals(wanted.Revisions);
        if (isSame) return false;
        if (wanted.IsErased)
        {
            if (present is not null) await target.EraseAsync(wanted.ArticleId, cancellationToken);
            else await target.MarkErasedAsync(wanted.ArticleId, cancellationToken);
            return true;
        }

        // Storing a revision makes it the active one: so the active one comes last.
        foreach (var revision in wanted.Revisions.Where(revision => revision != wanted.Active && present?.Revisions.Contains(revision) != true))
            await StoreAsync(wanted.ArticleId, revision, cancellationToken);
        if (wanted.Active is not null) await StoreAsync(wanted.ArticleId, wanted.Active, cancellationToken);
        else await target.RetireAsync(wanted.ArticleId, cancellationToken);
        return true;
    }

    private async Task StoreAsync(string articleId, string revision, CancellationToken cancellationToken)
    {
        // An article that is erased or replaced while it is being copied is found by the comparison at the end.
        if (await source.ReadRevisionAsync(articleId, revision, cancellationToken) is { } stored)
            await target.StoreAsync(stored.Article, stored.Removed, stored.Passages, cancellationToken);
    }

    private static int CountRevisions(IEnumerable<ArticleHistory> histories) => histories.Sum(static history => history.Revisions.Count);
}
