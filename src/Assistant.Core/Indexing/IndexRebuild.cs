using Assistant.Core.Ingestion;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.AI;

namespace Assistant.Core.Indexing;

/// <summary>Makes all passages, embeddings and terms of an index anew from the texts that it holds.</summary>
/// <remarks>
/// The new passages are staged in a file beside the index, a revision at a time, so that a rebuild that was stopped goes on
/// where it was. Then one transaction puts them in the place of the old ones, which serve readers until that moment.
/// </remarks>
/// <param name="path">The index.</param>
/// <param name="fingerprint">What the index is to be built with.</param>
/// <param name="chunker">Cuts texts into passages.</param>
/// <param name="embedder">Embeds passages.</param>
/// <param name="time">For the staged file.</param>
internal sealed class IndexRebuild(
    string path,
    IndexFingerprint fingerprint,
    Chunker chunker,
    IEmbeddingGenerator<string, Embedding<float>> embedder,
    TimeProvider time)
{
    private readonly string _staged = StagedPath(Path.GetFullPath(path));

    /// <exception cref="IndexException">There is no index, another process writes to it, or it cannot be written.</exception>
    public async Task<IndexRebuildResult> RunAsync(IProgress<IndexRebuildProgress>? progress, CancellationToken cancellationToken)
    {
        var file = IndexFile.OpenExisting(path);
        using var writer = WriterLock.Take(file.Path);
        try
        {
            await using var connection = file.Connect();
            var isCleanedAlike = StoredFingerprint.Read(connection)["cleaner"] == fingerprint.Cleaner;
            var embedded = await StageAsync(connection, progress, cancellationToken);
            file.CheckPresent();
            var passages = Switch(connection);
            DeleteStaged(file.Path);
            return new IndexRebuildResult(passages, embedded, isCleanedAlike);
        }
        catch (SqliteException error)
        {
            throw IndexException.From(error, file.Path);
        }
    }

    /// <summary>Deletes what a rebuild of this index that was stopped has staged.</summary>
    public static void DeleteStaged(string path)
    {
        foreach (var suffix in new[] { "", "-wal", "-shm", ".lock", ".writer" })
        {
            var staged = StagedPath(path) + suffix;
            if (File.Exists(staged))
                File.Delete(staged);
        }
    }

    private static string StagedPath(string path) => path + ".rebuild";

    /// <returns>How many passages were embedded by this run.</returns>
    private async Task<int> StageAsync(
        SqliteConnection source, IProgress<IndexRebuildProgress>? progress, CancellationToken cancellationToken)
    {
        await using var staged = await OpenStagedAsync(cancellationToken);
        var done = ReadRevisions(_staged);
        var revisions = ReadRevisions(source);
        var batch = new EmbeddingBatch(staged, embedder);
        for (var i = 0; i < revisions.Count; i++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (!done.Contains(revisions[i]))
            {
                var article = ArticleReader.Get(source, revisions[i].ArticleId, revisions[i].Revision)!;
                await batch.AddAsync(article, [], chunker.Chunk(article), cancellationToken);
            }

            progress?.Report(new IndexRebuildProgress(i + 1, revisions.Count));
        }

        await batch.FlushAsync(cancellationToken);
        return batch.PassagesEmbedded;
    }

    private async Task<SqlitePassageIndex> OpenStagedAsync(CancellationToken cancellationToken)
    {
        try
        {
            return await SqlitePassageIndex.OpenAsync(_staged, fingerprint, time, cancellationToken);
        }
        catch (IndexException stale) when (stale.Failure != IndexFailure.Unavailable)
        {
            DeleteStaged(Path.GetFullPath(path));
            return await SqlitePassageIndex.OpenAsync(_staged, fingerprint, time, cancellationToken);
        }
    }

    private static HashSet<(string ArticleId, string Revision)> ReadRevisions(string stagedPath)
    {
        using var connection = IndexFile.OpenExisting(stagedPath).Connect();
        return [.. ReadRevisions(connection)];
    }

    private static List<(string ArticleId, string Revision)> ReadRevisions(SqliteConnection connection) =>
        [.. connection.Rows("SELECT article_id, revision FROM revisions ORDER BY number")
            .Select(row => (row.GetString(0), row.GetString(1)))];

    /// <returns>How many passages the index has now.</returns>
    private int Switch(SqliteConnection connection)
    {
        connection.Execute("ATTACH ?1 AS staged", _staged);
        using (var transaction = connection.BeginTransaction(deferred: false))
        {
            connection.Execute(
                """
                DELETE FROM passages;
                DELETE FROM terms;
                DELETE FROM fingerprint;
                INSERT INTO fingerprint (part, value) SELECT part, value FROM staged.fingerprint;
                INSERT INTO terms (number, term) SELECT number, term FROM staged.terms;
                INSERT INTO passages (number, id, revision, ordinal, text_start, text_end, heading, term_count, terms, embedding)
                    SELECT p.number, p.id, r.number, p.ordinal, p.text_start, p.text_end, p.heading, p.term_count, p.terms, p.embedding
                    FROM staged.passages p JOIN staged.revisions s ON s.number = p.revision
                    JOIN main.revisions r ON r.article_id = s.article_id AND r.revision = s.revision
                    ORDER BY p.number;
                """);
            transaction.Commit();
        }

        connection.Execute("DETACH staged");
        return (int)connection.Number("SELECT count(*) FROM passages");
    }
}
