namespace Assistant.Core.Indexing.Qdrant;

/// <summary>Kinds of points in the collection of articles.</summary>
internal static class RecordKind
{
    public const string Article = "article";
    public const string Revision = "revision";
    public const string Part = "part";
    public const string Source = "source";
    public const string Statistics = "statistics";
}

/// <summary>What filters look at; the same names in both collections.</summary>
internal abstract record Filtered
{
    public required string ArticleId { get; init; }

    public string? SourceFolded { get; init; }

    public string? LanguageFolded { get; init; }

    /// <summary>Seconds of the publication time since year 1; with <see cref="PublishedTicks"/> exact in the server's doubles.</summary>
    public long? PublishedSeconds { get; init; }

    /// <summary>Rest of the publication time, in 100 ns.</summary>
    public long? PublishedTicks { get; init; }

    public string? PublishedAt { get; init; }
}

/// <summary>An article's one record: which revisions there are and which is active. Writing it is the commit of every change.</summary>
internal sealed record ArticleRecord : Filtered
{
    public string Kind { get; init; } = RecordKind.Article;

    /// <summary>Null once erased.</summary>
    public string? Key { get; init; }

    /// <summary>The active revision; null when all are retired or erased.</summary>
    public string? Active { get; init; }

    public bool IsActive { get; init; }

    public bool IsDated { get; init; }

    /// <summary>All revisions, oldest first.</summary>
    public IReadOnlyList<string> Revisions { get; init; } = [];

    /// <summary>The tombstone; null while there are revisions.</summary>
    public string? ErasedAt { get; init; }

    /// <summary>The index's version that this record was written in.</summary>
    public long Version { get; init; }

    public string? Title { get; init; }

    public string? Source { get; init; }

    public string? Url { get; init; }

    /// <summary>Passages of the active revision.</summary>
    public int PassageCount { get; init; }

    /// <summary>Length of the active revision's passages in terms.</summary>
    public long TermCount { get; init; }
}

/// <summary>One of the points that a revision is cut into: some of its text, its removed blocks and its passages.</summary>
internal abstract record RevisionPart
{
    public required string ArticleId { get; init; }

    public required string Revision { get; init; }

    public string? Text { get; init; }

    public string? Removed { get; init; }

    public IReadOnlyList<PassageRecord>? Passages { get; init; }
}

/// <summary>The first part of a revision, and what describes it.</summary>
internal sealed record RevisionRecord : RevisionPart
{
    public string Kind { get; init; } = RecordKind.Revision;

    public required string Title { get; init; }

    public required string Source { get; init; }

    public string? Url { get; init; }

    public string? Author { get; init; }

    public string? PublishedAt { get; init; }

    public required string Language { get; init; }

    public required string ContentHash { get; init; }

    public required string IngestedAt { get; init; }

    /// <summary>Points with further parts.</summary>
    public int PartCount { get; init; }
}

/// <summary>A further part of a long revision.</summary>
internal sealed record PartRecord : RevisionPart
{
    public string Kind { get; init; } = RecordKind.Part;
}

/// <summary>See <see cref="TrackedSource"/>.</summary>
internal sealed record SourceRecord
{
    public string Kind { get; init; } = RecordKind.Source;

    public required string ArticleId { get; init; }

    public required string Location { get; init; }

    public string? Root { get; init; }

    public string? Path { get; init; }

    public string? Etag { get; init; }

    public string? LastModified { get; init; }
}

/// <summary>A passage as it was stored: offsets, and the embedding bit for bit (the server normalises its own copy).</summary>
/// <param name="Id">Passage id.</param>
/// <param name="Ordinal">Position in the article.</param>
/// <param name="Start">First UTF-16 code unit.</param>
/// <param name="End">One past the last.</param>
/// <param name="Heading">The heading it stands under.</param>
/// <param name="Embedding">See <see cref="StoredVector"/>; base64 in JSON.</param>
internal sealed record PassageRecord(Guid Id, int Ordinal, int Start, int End, string? Heading, byte[] Embedding);

/// <summary>Totals of what can be searched, and who is writing.</summary>
internal sealed record Statistics
{
    public string Kind { get; init; } = RecordKind.Statistics;

    /// <summary>Raised when a change begins.</summary>
    public long Version { get; init; }

    public int Passages { get; init; }

    public long Terms { get; init; }

    /// <summary>The average length that sparse vectors are made with; null takes the usual one.</summary>
    public double? ReferenceLength { get; init; }

    public bool IsWriting { get; init; }

    /// <summary>Who writes, or wrote last.</summary>
    public string? Writer { get; init; }

    /// <summary>The article that is being changed.</summary>
    public string? WritingArticle { get; init; }

    /// <summary>When another writer may take over.</summary>
    public string? WritingUntil { get; init; }
}

/// <summary>A passage that can be searched.</summary>
internal sealed record PassagePayload : Filtered
{
    public required string Revision { get; init; }

    public required int Start { get; init; }

    public required int End { get; init; }

    public required string Text { get; init; }

    public string? Heading { get; init; }

    public required string Title { get; init; }

    public required string Source { get; init; }

    public string? Url { get; init; }

    public required string Language { get; init; }

    /// <summary>The average length that the sparse vector was made with.</summary>
    public required double ReferenceLength { get; init; }
}
