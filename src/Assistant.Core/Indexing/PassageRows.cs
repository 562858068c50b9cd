using System.Buffers;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace Assistant.Core.Indexing;

/// <summary>The columns of a snapshot while they are read.</summary>
internal sealed class PassageRows(int count, int dimension)
{
    private int _next;

    public Guid[] Ids { get; } = new Guid[count];

    public int[] ArticleOfRow { get; } = new int[count];

    public int[] Lengths { get; } = new int[count];

    public int[] TermEnds { get; } = new int[count];

    public ArrayBufferWriter<byte> Terms { get; } = new();

    /// <summary>[count, dimension], row-major.</summary>
    public float[] Vectors { get; } = new float[checked(count * dimension)];

    /// <summary>Adds the statement's current row: revision, id, term count, terms, embedding.</summary>
    public void Add(int article, sqlite3_stmt statement)
    {
        var row = _next++;
        ArticleOfRow[row] = article;
        Ids[row] = new Guid(raw.sqlite3_column_blob(statement, 1), bigEndian: true);
        Lengths[row] = raw.sqlite3_column_int(statement, 2);
        Terms.Write(raw.sqlite3_column_blob(statement, 3));
        TermEnds[row] = Terms.WrittenCount;
        if (!StoredVector.TryRead(raw.sqlite3_column_blob(statement, 4), Vectors.AsSpan(row * dimension, dimension)))
            throw new SqliteException("an embedding has the wrong length", raw.SQLITE_CORRUPT);
    }
}
