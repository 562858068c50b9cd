namespace Assistant.Core.Answering.Checking;

/// <summary>What the checker found about a sentence and the passages it cites.</summary>
/// <param name="Verdict">Whether the sentence follows.</param>
/// <param name="Reason">Why not, or what is missing; null when it follows.</param>
/// <param name="Coverage">Share, in [0, 1], of the sentence's content words that the passages hold where it rests.</param>
/// <param name="Passage">Index of the passage that holds the quote; -1 when there is none.</param>
/// <param name="Start">First UTF-16 code unit of the quote in that passage's text.</param>
/// <param name="End">One past the last UTF-16 code unit.</param>
public sealed record CheckResult(Verdict Verdict, string? Reason, double Coverage, int Passage, int Start, int End)
{
    /// <summary>The sentence is one of the passages', word for word: nothing is left to read.</summary>
    public bool IsCopy { get; init; }

    /// <summary>Nothing is against it or missing, but it is of a kind that words alone cannot tell.</summary>
    public bool IsSubtle { get; init; }

    /// <summary>The claim model's log-odds, when tier two was asked.</summary>
    public double? ClaimLogit { get; init; }
}
