using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace Assistant.Core.Indexing;

/// <summary>Walks over many rows by SQLite's own interface, which hands out blobs in place instead of as new arrays.</summary>
internal sealed class RowReader : IDisposable
{
    private readonly SqliteConnection _connection;
    private readonly sqlite3_stmt _statement;

    public RowReader(SqliteConnection connection, string sql)
    {
        _connection = connection;
        SqliteException.ThrowExceptionForRC(
            raw.sqlite3_prepare_v2(connection.Handle, sql, out _statement), connection.Handle);
    }

    public bool Next()
    {
        var result = raw.sqlite3_step(_statement);
        if (result is not (raw.SQLITE_ROW or raw.SQLITE_DONE))
            SqliteException.ThrowExceptionForRC(result, _connection.Handle);
        return result == raw.SQLITE_ROW;
    }

    public long Integer(int column) => raw.sqlite3_column_int64(_statement, column);

    /// <summary>Null for NULL.</summary>
    public string? Text(int column) => raw.sqlite3_column_text(_statement, column).utf8_to_string();

    /// <summary>Valid until the next row; empty for NULL.</summary>
    public ReadOnlySpan<byte> Blob(int column) => raw.sqlite3_column_blob(_statement, column);

    public void Dispose() => _statement.Dispose();
}
