namespace Assistant.Core.Indexing;

/// <summary>An index whose whole content can be read and stored elsewhere.</summary>
public interface ICopyableIndex : IPassageIndex
{
    /// <summary>Every article that the index ever held, by id.</summary>
    Task<IReadOnlyList<ArticleHistory>> ListHistoriesAsync(CancellationToken cancellationToken);

    /// <summary>A revision with its passages and embeddings; null when it is not there.</summary>
    Task<StoredRevision?> ReadRevisionAsync(string articleId, string revision, CancellationToken cancellationToken);

    /// <summary>Keeps in mind that an article was erased. Does nothing to one that has revisions.</summary>
    Task MarkErasedAsync(string articleId, CancellationToken cancellationToken);
}
