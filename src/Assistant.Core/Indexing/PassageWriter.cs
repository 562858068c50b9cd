using Assistant.Core.Ingestion;
using Microsoft.Data.Sqlite;

namespace Assistant.Core.Indexing;

/// <summary>Writes a revision's passages with their terms and embeddings, inside the caller's transaction.</summary>
internal sealed class PassageWriter(SqliteConnection connection) : IDisposable
{
    private readonly SqliteCommand _findTerm = connection.Command("SELECT number FROM terms WHERE term = ?1", "");

    private readonly SqliteCommand _insertTerm =
        connection.Command("INSERT INTO terms (term) VALUES (?1) RETURNING number", "");

    public void Insert(string title, long revision, IReadOnlyList<EmbeddedPassage> passages)
    {
        foreach (var (passage, embedding) in passages)
        {
            var terms = LexicalAnalyzer.Analyze(PassageText.ForIndexing(title, passage.Heading, passage.Text));
            connection.Execute(
                """
                INSERT INTO passages (id, revision, ordinal, text_start, text_end, heading, term_count, terms, embedding)
                VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9)
                """,
                passage.Id.ToByteArray(bigEndian: true),
                revision,
                passage.Ordinal,
                passage.Start,
                passage.End,
                passage.Heading,
                terms.Count,
                TermCounts.Encode(terms.CountBy(NumberOf)),
                StoredVector.Write(embedding.Span));
        }
    }

    public void Dispose()
    {
        _findTerm.Dispose();
        _insertTerm.Dispose();
    }

    private int NumberOf(string term)
    {
        _findTerm.Parameters[0].Value = term;
        if (_findTerm.ExecuteScalar() is long known)
            return (int)known;
        _insertTerm.Parameters[0].Value = term;
        return (int)(long)_insertTerm.ExecuteScalar()!;
    }
}
