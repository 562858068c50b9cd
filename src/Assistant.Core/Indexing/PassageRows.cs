using System.Buffers;
using Microsoft.Data.Sqlite;

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

    /// <summary>Adds the reader's current row: revision, id, term count, terms, embedding.</summary>
    public void Add(int article, RowReader rows)
    {
        var row = _next++;
        ArticleOfRow[row] = article;
        Ids[row] = new Guid(rows.Blob(1), bigEndian: true);
        Lengths[row] = (int)rows.Integer(2);
        Terms.Write(rows.Blob(3));
        TermEnds[row] = Terms.WrittenCount;
        if (!StoredVector.TryRead(rows.Blob(4), Vectors.AsSpan(row * dimension, dimension)))
            throw new SqliteException("An embedding has the wrong length.", IndexException.Corrupt);
    }
}
