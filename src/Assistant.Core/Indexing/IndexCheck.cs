using System.Globalization;
using System.Text;
using Microsoft.Data.Sqlite;

namespace Assistant.Core.Indexing;

/// <summary>Looks for damage in an index file and for contradictions between its tables, in one consistent version of it.</summary>
internal sealed class IndexCheck(SqliteConnection connection)
{
    private readonly List<string> _findings = [];

    public IndexCheckResult Run(CancellationToken cancellationToken)
    {
        using var transaction = connection.BeginTransaction(deferred: true);
        CheckStore();
        // Nothing else can be trusted in a damaged file.
        if (_findings.Count > 0)
            return new IndexCheckResult(0, 0, 0, null, _findings);

        CheckReferences();
        var passages = CheckRevisions(cancellationToken);
        var digest = _findings.Count == 0 ? SqliteDigest.ComputeWithin(connection) : null;
        return new IndexCheckResult(
            (int)connection.Number("SELECT count(*) FROM articles WHERE active_revision IS NOT NULL"),
            (int)connection.Number("SELECT count(*) FROM revisions"),
            passages,
            digest,
            _findings);
    }

    private void CheckStore()
    {
        try
        {
            var lines = connection.Rows($"PRAGMA integrity_check({IndexCheckResult.MaximumFindings})").Select(row => row.GetString(0));
            foreach (var line in lines.Where(line => line != "ok"))
                Add($"The file is damaged: {line}");
        }
        catch (SqliteException error) when (error.SqliteErrorCode == IndexException.Corrupt)
        {
            Add($"The file is damaged: {error.Message}");
        }

    }

    private void CheckReferences()
    {
        foreach (var row in connection.Rows("PRAGMA foreign_key_check"))
            Add($"A row of {row.GetString(0)} refers to a row of {row.GetString(2)} that is not there.");

        foreach (var row in connection.Rows(
            "SELECT a.id FROM articles a JOIN revisions r ON r.number = a.active_revision WHERE r.article_id <> a.id"))
        {
            Add($"Article {row.GetString(0)} shows a revision of another article.");
        }

        foreach (var row in connection.Rows(
            "SELECT id FROM articles a WHERE erased_at IS NOT NULL AND EXISTS (SELECT 1 FROM revisions WHERE article_id = a.id)"))
        {
            Add($"Article {row.GetString(0)} was erased, but has revisions.");
        }
    }

    /// <returns>How many passages there are.</returns>
    private int CheckRevisions(CancellationToken cancellationToken)
    {
        var passages = new PassageCheck(connection);
        foreach (var row in connection.Rows("SELECT number, article_id, revision, title, content_hash, text FROM revisions ORDER BY number"))
        {
            cancellationToken.ThrowIfCancellationRequested();
            var name = string.Create(CultureInfo.InvariantCulture, $"Article {row.GetString(1)}, revision {row.GetString(2)}");
            var text = Encoding.UTF8.GetString(row.GetFieldValue<byte[]>(5));
            if (ArticleKey.Hash(text) != row.GetString(4))
                Add($"{name}: the text is not the one that was stored.");
            foreach (var finding in passages.Find(row.GetInt64(0), row.GetString(3), text))
                Add($"{name}, {finding}");
        }

        return passages.Count;
    }

    private void Add(string finding)
    {
        if (_findings.Count < IndexCheckResult.MaximumFindings)
            _findings.Add(finding);
    }
}
