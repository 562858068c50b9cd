namespace Assistant.Core.Indexing;

/// <summary>The tables of an index file.</summary>
/// <remarks>
/// An article's text is stored once per revision; a passage is offsets into it (UTF-16 code units). A passage's terms are
/// pairs of term number and count (see <see cref="TermCounts"/>), its embedding is little-endian 32-bit floats.
/// Long columns come last, so that the others are read without them.
/// </remarks>
internal static class IndexSchema
{
    /// <summary>Leads from each schema to the next: the first step from schema 1 to 2. A new file takes them all.</summary>
    public static IReadOnlyList<string> Migrations { get; } =
    [
        // Where articles were read from. Some files of schema 1 have the table.
        """
        CREATE TABLE IF NOT EXISTS sources (
            location TEXT NOT NULL,
            article_id TEXT NOT NULL,
            root TEXT,
            path TEXT,
            etag TEXT,
            last_modified TEXT,
            PRIMARY KEY (location, article_id)
        ) STRICT, WITHOUT ROWID
        """,
    ];

    /// <summary>The file's <c>user_version</c>.</summary>
    public static int Version => Migrations.Count + 1;

    /// <summary>The file's <c>application_id</c>: "Asst" in ASCII.</summary>
    public const int ApplicationId = 0x41737374;

    /// <summary>Schema 1.</summary>
    public const string Create = """
        CREATE TABLE fingerprint (
            part TEXT PRIMARY KEY,
            value TEXT NOT NULL
        ) STRICT, WITHOUT ROWID;

        CREATE TABLE articles (
            id TEXT PRIMARY KEY,
            key TEXT,                   -- null once erased
            active_revision INTEGER REFERENCES revisions (number) DEFERRABLE INITIALLY DEFERRED,
            erased_at TEXT              -- the tombstone; null while there are revisions
        ) STRICT;
        CREATE UNIQUE INDEX articles_by_revision ON articles (active_revision);

        CREATE TABLE revisions (
            number INTEGER PRIMARY KEY AUTOINCREMENT,
            article_id TEXT NOT NULL REFERENCES articles (id),
            revision TEXT NOT NULL,
            title TEXT NOT NULL,
            source TEXT NOT NULL,
            url TEXT,
            author TEXT,
            published_at TEXT,
            language TEXT NOT NULL,
            content_hash TEXT NOT NULL,
            ingested_at TEXT NOT NULL,
            text BLOB NOT NULL,         -- UTF-8; a blob, because SQLite's text ends at a NUL
            removed TEXT NOT NULL,      -- JSON
            UNIQUE (article_id, revision)
        ) STRICT;

        CREATE TABLE passages (
            number INTEGER PRIMARY KEY,
            id BLOB NOT NULL UNIQUE,    -- 16 bytes, in the order of the id's text
            revision INTEGER NOT NULL REFERENCES revisions (number),
            ordinal INTEGER NOT NULL,
            text_start INTEGER NOT NULL,
            text_end INTEGER NOT NULL,
            heading TEXT,
            term_count INTEGER NOT NULL,
            terms BLOB NOT NULL,
            embedding BLOB NOT NULL,
            UNIQUE (revision, ordinal)
        ) STRICT;

        CREATE TABLE terms (
            number INTEGER PRIMARY KEY,
            term TEXT NOT NULL UNIQUE
        ) STRICT;
        """;
}
