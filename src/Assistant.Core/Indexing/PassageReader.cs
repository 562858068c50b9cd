using System.Text;
using Microsoft.Data.Sqlite;

namespace Assistant.Core.Indexing;

/// <summary>Fetches the texts of what a search found.</summary>
internal static class PassageReader
{
    /// <summary>The passages with text and description; null when one is gone since the search.</summary>
    public static IReadOnlyList<RankedPassage>? Read(SqliteConnection connection, IReadOnlyList<ScoredPassage> found)
    {
        using var transaction = connection.BeginTransaction(deferred: true);
        var passages = new List<RankedPassage>(found.Count);
        // One text at a time: a long article's is read once for all its passages.
        foreach (var ofRevision in found.GroupBy(passage => passage.RevisionNumber))
        {
            var template = ReadRevision(connection, ofRevision.Key);
            if (template is null)
                return null;
            foreach (var passage in ofRevision)
            {
                if (Fill(connection, template, passage) is not { } filled)
                    return null;
                passages.Add(filled);
            }
        }

        transaction.Commit();
        passages.Sort((left, right) => left.PassageId.CompareTo(right.PassageId));
        return passages;
    }

    // A ranked passage that spans the whole article.
    private static RankedPassage? ReadRevision(SqliteConnection connection, long number) =>
        connection.Rows(
            """
            SELECT article_id, revision, title, source, url, language, published_at, text FROM revisions WHERE number = ?1
            """,
            number)
            .Select(row => new RankedPassage
            {
                PassageId = Guid.Empty,
                ArticleId = row.GetString(0),
                Revision = row.GetString(1),
                Title = row.GetString(2),
                Source = row.GetString(3),
                Url = row.GetNullableString(4),
                Language = row.GetString(5),
                PublishedAt = StoredTime.ReadNullable(row.GetNullableString(6)),
                Text = Encoding.UTF8.GetString(row.GetFieldValue<byte[]>(7)),
                Start = 0,
                End = 0,
                DenseScore = 0,
                LexicalScore = 0,
            })
            .FirstOrDefault();

    private static RankedPassage? Fill(SqliteConnection connection, RankedPassage article, ScoredPassage passage) =>
        connection.Rows("SELECT text_start, text_end, heading FROM passages WHERE id = ?1", passage.Id.ToByteArray(bigEndian: true))
            .Select(row => article with
            {
                PassageId = passage.Id,
                Start = row.GetInt32(0),
                End = row.GetInt32(1),
                Text = article.Text[row.GetInt32(0)..row.GetInt32(1)],
                Heading = row.GetNullableString(2),
                DenseScore = passage.DenseScore,
                DenseRank = passage.DenseRank,
                LexicalScore = passage.LexicalScore,
                LexicalRank = passage.LexicalRank,
            })
            .FirstOrDefault();
}
