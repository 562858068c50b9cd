namespace Assistant.Core.Keys;

/// <summary>A key to the API, as it is kept: never its secret.</summary>
public sealed record ApiKey
{
    /// <summary>Public id, 12 characters; names the key in lists and logs.</summary>
    public required string Id { get; init; }

    /// <summary>What its maker called it.</summary>
    public required string Name { get; init; }

    /// <summary>What it allows.</summary>
    public required KeyScope Scope { get; init; }

    /// <summary>SHA-256 (lower-case hex, 64 characters) of the whole key as it is presented.</summary>
    public required string Hash { get; init; }

    /// <summary>When it was made, UTC.</summary>
    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>When it was revoked, UTC; null while it holds.</summary>
    public DateTimeOffset? RevokedAt { get; init; }
}
