namespace Assistant.Core.Indexing;

/// <summary>What a check of an index found.</summary>
/// <param name="Articles">Articles that are searched.</param>
/// <param name="Revisions">Revisions, with the retired ones.</param>
/// <param name="Passages">Passages of all revisions.</param>
/// <param name="Digest">SHA-256 (hex) over what the index holds; null when there are findings.</param>
/// <param name="Findings">What is wrong, for people; empty when nothing is. At most <see cref="MaximumFindings"/>.</param>
public sealed record IndexCheckResult(
    int Articles, int Revisions, int Passages, string? Digest, IReadOnlyList<string> Findings)
{
    /// <summary>Most findings told.</summary>
    public const int MaximumFindings = 100;
}
