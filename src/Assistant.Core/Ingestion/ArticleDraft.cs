namespace Assistant.Core.Ingestion;

/// <summary>What a format's reader found: plain lines and stated metadata, not yet cleaned of what newspapers put around.</summary>
internal sealed record ArticleDraft
{
    /// <summary>Plain text; empty lines separate blocks. No line has outer or double white space.</summary>
    public required IReadOnlyList<string> Lines { get; init; }

    /// <summary>The lines are the text as it is, blank lines and all, not to be tidied.</summary>
    public bool IsExact { get; init; }

    /// <summary>Headline, if stated.</summary>
    public string? Title { get; init; }

    /// <summary>Publisher's name, if stated.</summary>
    public string? Source { get; init; }

    /// <summary>Link to the original, canonical, if stated.</summary>
    public string? Url { get; init; }

    /// <summary>Author, if stated.</summary>
    public string? Author { get; init; }

    /// <summary>Publication time, if stated.</summary>
    public DateTimeOffset? PublishedAt { get; init; }

    /// <summary>BCP 47 primary subtag, if stated.</summary>
    public string? Language { get; init; }

    /// <summary>Blocks dropped so far, in order.</summary>
    public IReadOnlyList<RemovedBlock> Removed { get; init; } = [];
}
