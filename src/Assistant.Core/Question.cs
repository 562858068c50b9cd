namespace Assistant.Core;

/// <summary>Who said a turn of the conversation.</summary>
public enum TurnRole
{
    /// <summary>The person who asks.</summary>
    User,

    /// <summary>This program.</summary>
    Assistant,
}

/// <summary>One earlier turn of the conversation.</summary>
/// <param name="Role">Who said it.</param>
/// <param name="Content">What was said.</param>
public sealed record Turn(TurnRole Role, string Content);

/// <summary>Which articles may be searched. Every part that is set must hold.</summary>
public sealed record PassageFilter
{
    /// <summary>Lets everything through.</summary>
    public static PassageFilter None { get; } = new();

    /// <summary>Publishers, compared without regard to case; empty means any.</summary>
    public IReadOnlyList<string> Sources { get; init; } = [];

    /// <summary>Language subtags; empty means any.</summary>
    public IReadOnlyList<string> Languages { get; init; } = [];

    /// <summary>Article ids; empty means any.</summary>
    public IReadOnlyList<string> ArticleIds { get; init; } = [];

    /// <summary>Published at or after this time; leaves out undated articles.</summary>
    public DateTimeOffset? PublishedAfter { get; init; }

    /// <summary>Published before this time; leaves out undated articles.</summary>
    public DateTimeOffset? PublishedBefore { get; init; }

    /// <summary>True when undated articles are left out.</summary>
    public bool HasDate => PublishedAfter is not null || PublishedBefore is not null;
}

/// <summary>What the user asked, with the conversation before it.</summary>
public sealed record Question
{
    /// <summary>The last turn, as typed. Not blank.</summary>
    public required string Text { get; init; }

    /// <summary>Earlier turns, oldest first; empty for a first question.</summary>
    public IReadOnlyList<Turn> History { get; init; } = [];

    /// <summary>Which articles may answer.</summary>
    public PassageFilter Filter { get; init; } = PassageFilter.None;

    /// <summary>Who is to write the answer; null lets a configured chat model write it.</summary>
    public AnswerMode? Mode { get; init; }

    /// <summary>Most citations in the answer; null takes the configured number.</summary>
    public int? MaxCitations { get; init; }
}
