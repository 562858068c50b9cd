namespace Assistant.Core.Indexing;

/// <summary>What a copy did, and whether both indexes hold the same now.</summary>
public sealed record CopyResult
{
    /// <summary>Articles of the source, erased ones included.</summary>
    public required int Articles { get; init; }

    /// <summary>Articles that were written; the others were there already.</summary>
    public required int Copied { get; init; }

    /// <summary>Revisions of the source and of the target.</summary>
    public required (int Source, int Target) Revisions { get; init; }

    /// <summary>Digests of the source and of the target.</summary>
    public required (string Source, string Target) Digests { get; init; }

    /// <summary>True when counts and digests are the same.</summary>
    public bool IsVerified => Revisions.Source == Revisions.Target && Digests.Source == Digests.Target;
}
