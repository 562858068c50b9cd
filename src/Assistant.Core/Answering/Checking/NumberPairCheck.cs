using System.Text.RegularExpressions;

namespace Assistant.Core.Answering.Checking;

/// <summary>Numbers that a claim sets against each other must stand so in the passages: no "0-2" for "2-0", no "33 of 33" for "33 of 150", no "to nine from 38" the other way round.</summary>
/// <remarks>Looks at scores, at "to", "of", "and", "against" between two numbers, and at numbers said more often than in the passages. Pure and thread-safe.</remarks>
internal static partial class NumberPairCheck
{
    private const string Score = "score";

    /// <summary>Why two numbers do not belong together so; null when they do.</summary>
    public static string? Contradiction(SupportWindow window)
    {
        var claimed = Counts(window.Claim.Quantities);
        var said = window.All.Select(static sentence => (sentence.Text, Quantities: Counts(sentence.Quantities))).ToList();
        foreach (var (first, second) in claimed.Zip(claimed.Skip(1)))
        {
            if (Link(window.Claim.Text, first, second) is not { } link) continue;
            if (link == "of" && first.Unit == second.Unit && first.Value > second.Value) return $"{Written(window, first)} are more than {Written(window, second)}";
            if (IsTurned(said, first, second, link)) return $"the cited passage does not set {Written(window, first)} against {Written(window, second)} so";
        }

        return claimed.Find(quantity => IsSaidTooOften(quantity, claimed, said)) is { } repeated ? $"the cited passage gives the number {Written(window, repeated)} only once" : null;
    }

    /// <summary>Without ordinals and parts of a time.</summary>
    private static List<Quantity> Counts(IReadOnlyList<Quantity> quantities) =>
        [.. quantities.Where(quantity => quantity.Unit != Quantity.Ordinal && (quantity.Unit == Score || quantities.Count(other => other.Start == quantity.Start) == 1))];

    private static string Written(SupportWindow window, Quantity quantity) => window.Claim.Text[quantity.Start..quantity.End];

    /// <summary>What joins two numbers; null when they do not belong together.</summary>
    private static string? Link(string text, Quantity first, Quantity second)
    {
        if (first.Start == second.Start) return Score;
        if (first.End > second.Start || LinkPattern().Match(text[first.End..second.Start]) is not { Success: true } link) return null;
        return link.Groups[1].Value == "and" && !text[..first.Start].TrimEnd().EndsWith("between", StringComparison.Ordinal) ? null : link.Groups[1].Value;
    }

    /// <summary>The passages have both, but not one after the other with the same word between.</summary>
    private static bool IsTurned(List<(string Text, List<Quantity> Quantities)> said, Quantity first, Quantity second, string link)
    {
        var both = said.FindAll(sentence => sentence.Quantities.Exists(first.Agrees) && sentence.Quantities.Exists(second.Agrees));
        if (both.Count == 0) return link == Score;
        return both.TrueForAll(sentence => !Pairs(sentence, link).Any(pair => first.Agrees(pair.First) && second.Agrees(pair.Second))
            && (link != "of" || first.Value == second.Value || Pairs(sentence, link).Any(pair => first.Agrees(pair.Second) && second.Agrees(pair.First) && Link(sentence.Text, pair.First, pair.Second) == link)));
    }

    /// <summary>Each number of the sentence with each later one; of scores only those of one score.</summary>
    private static IEnumerable<(Quantity First, Quantity Second)> Pairs((string Text, List<Quantity> Quantities) sentence, string link) =>
        sentence.Quantities.SelectMany((first, index) => sentence.Quantities.Skip(index + 1).Select(second => (first, second)))
            .Where(pair => link != Score || pair.first.Unit != Score || pair.first.Start == pair.second.Start);

    /// <summary>The claim has the number for two things, the passages for one.</summary>
    private static bool IsSaidTooOften(Quantity quantity, List<Quantity> claimed, List<(string Text, List<Quantity> Quantities)> said)
    {
        var own = claimed.Count(quantity.Agrees);
        return own > 1 && said.Sum(sentence => sentence.Quantities.Count(quantity.Agrees)) is > 0 and var count && count < own;
    }

    [GeneratedRegex(@"^(?:\s+\p{L}+)?\s+(to|of|and|against)\s+(?:(?:the|its|their|about|some|only|last|past|[\p{L}]+['’]s)\s+){0,3}$", RegexOptions.CultureInvariant)]
    private static partial Regex LinkPattern();
}
