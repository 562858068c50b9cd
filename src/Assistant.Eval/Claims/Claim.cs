namespace Assistant.Eval.Claims;

/// <summary>A sentence with the passage it cites, and whether the passage supports it.</summary>
public sealed record Claim
{
    /// <summary>Id within the file.</summary>
    public required string Id { get; init; }

    /// <summary>Title of the passage's article.</summary>
    public required string Title { get; init; }

    /// <summary>The article's date.</summary>
    public required DateOnly PublishedAt { get; init; }

    /// <summary>The cited passage.</summary>
    public required string Passage { get; init; }

    /// <summary>The sentence.</summary>
    public required string Sentence { get; init; }

    /// <summary>Whether the passage supports it.</summary>
    public required bool Supported { get; init; }

    /// <summary>How it was corrupted; <c>none</c> for a supported one.</summary>
    public required string Kind { get; init; }
}
