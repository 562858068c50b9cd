using System.Globalization;
using Assistant.Core.Ingestion;
using Microsoft.Data.Sqlite;

namespace Assistant.Core.Indexing;

/// <summary>Checks the passages of one revision after the other: offsets, embeddings, terms.</summary>
internal sealed class PassageCheck
{
    private readonly SqliteConnection _connection;
    private readonly Dictionary<string, int> _terms;
    private readonly int _dimension;
    private readonly bool _isSameAnalyzer;

    public PassageCheck(SqliteConnection connection)
    {
        _connection = connection;
        _terms = connection.Rows("SELECT term, number FROM terms")
            .ToDictionary(row => row.GetString(0), row => row.GetInt32(1), StringComparer.Ordinal);
        var fingerprint = StoredFingerprint.Read(connection);
        _dimension = int.Parse(fingerprint["dimension"], CultureInfo.InvariantCulture);
        _isSameAnalyzer = fingerprint["lexical analyser"] == LexicalAnalyzer.Version;
    }

    /// <summary>Passages seen so far.</summary>
    public int Count { get; private set; }

    /// <summary>What is wrong with the passages of a revision.</summary>
    public IEnumerable<string> Find(long revision, string title, string text)
    {
        var (ordinal, covered) = (0, 0);
        foreach (var passage in Read(revision))
        {
            Count++;
            if (passage.Ordinal != ordinal++)
                yield return $"{passage.Name}: the passage before it is missing.";
            if (!IsSpan(text, covered, passage))
            {
                yield return string.Create(
                    CultureInfo.InvariantCulture, $"{passage.Name}: {passage.Start} to {passage.End} is no span of its own of the text.");
                continue;
            }

            if (!string.IsNullOrWhiteSpace(text[covered..passage.Start]))
                yield return $"{passage.Name}: the text before it is in no passage.";
            covered = passage.End;
            foreach (var finding in FindWithin(passage, title, text))
                yield return $"{passage.Name}: {finding}";
        }

        if (!string.IsNullOrWhiteSpace(text[covered..]))
            yield return "the end of the text is in no passage.";
    }

    private IEnumerable<StoredPassage> Read(long revision) =>
        _connection.Rows(
            """
            SELECT ordinal, text_start, text_end, heading, term_count, terms, embedding
            FROM passages WHERE revision = ?1 ORDER BY ordinal
            """,
            revision)
            .Select(row => new StoredPassage(
                row.GetInt32(0),
                row.GetInt32(1),
                row.GetInt32(2),
                row.GetNullableString(3),
                row.GetInt32(4),
                row.GetFieldValue<byte[]>(5),
                row.GetFieldValue<byte[]>(6)));

    private IEnumerable<string> FindWithin(StoredPassage passage, string title, string text)
    {
        if (!IsUnitVector(passage.Embedding))
            yield return "the embedding is not of the model's length and of unit length.";
        var indexed = PassageText.ForIndexing(title, passage.Heading, text[passage.Start..passage.End]);
        if (_isSameAnalyzer && !HasTerms(indexed, passage.TermCount, passage.Terms))
            yield return "the terms are not those of the text.";
    }

    private static bool IsSpan(string text, int covered, StoredPassage passage) =>
        passage.Start >= covered && passage.Start < passage.End && passage.End <= text.Length
        && !IsWithinPair(text, passage.Start) && !IsWithinPair(text, passage.End);

    private static bool IsWithinPair(string text, int position) =>
        position > 0 && position < text.Length && char.IsSurrogatePair(text[position - 1], text[position]);

    private bool IsUnitVector(byte[] stored)
    {
        var vector = new float[_dimension];
        return StoredVector.TryRead(stored, vector) && StoreArguments.IsUnit(vector);
    }

    private bool HasTerms(string text, int count, byte[] stored)
    {
        var terms = LexicalAnalyzer.Analyze(text);
        return terms.Count == count && terms.All(_terms.ContainsKey)
            && TermCounts.Encode(terms.CountBy(term => _terms[term])).AsSpan().SequenceEqual(stored);
    }

    private sealed record StoredPassage(
        int Ordinal, int Start, int End, string? Heading, int TermCount, byte[] Terms, byte[] Embedding)
    {
        public string Name => string.Create(CultureInfo.InvariantCulture, $"passage {Ordinal}");
    }
}
