using System.Collections.Frozen;

namespace Assistant.Core.Answering.Checking;

/// <summary>A claim must not turn a preposition round: no "for" where the passages have "against", no "into" for "out of".</summary>
/// <remarks>Prepositions are no content words, so nothing else looks at them. Pure and thread-safe.</remarks>
internal static class DirectionCheck
{
    private const int MostWordsBetween = 3;
    private const string ToDo = "to do";

    private static readonly FrozenDictionary<string, string[]> Opposites =
        new[]
        {
            ("for", "against"), ("at", "against"), ("on", "against"), ("to", "against"), (ToDo, "against"), ("into", "out"), ("inside", "outside"), ("onto", "off"), ("on", "off"), ("towards", "away"), ("with", "without"),
            ("to", "out"), ("to", "from"), ("under", "from"), ("before", "after"), ("until", "after"), ("until", "since"), ("up", "down"), ("over", "under"), ("above", "below"),
        }
        .SelectMany(static pair => new[] { pair, (pair.Item2, pair.Item1) })
        .GroupBy(static pair => pair.Item1, static pair => pair.Item2, StringComparer.Ordinal)
        .ToFrozenDictionary(static group => group.Key, static group => group.ToArray(), StringComparer.Ordinal);

    /// <summary>Why a direction is turned round; null when none is.</summary>
    public static string? Contradiction(SupportWindow window)
    {
        var said = window.All.SelectMany(static sentence => Of(sentence.Words)).ToList();
        var turned = Of(window.Claim.Words).FirstOrDefault(claimed =>
            said.Exists(other => Opposites[claimed.Preposition].Contains(other.Preposition, StringComparer.Ordinal) && AreSame(claimed, other))
            && !said.Exists(other => other.Preposition == claimed.Preposition && WordForms.AreSimilar(claimed.Object, other.Object)));
        return turned is null ? null : $"the cited passage turns round what the sentence says of “{turned.Object.Text}”";
    }

    /// <summary>Of the same thing, or right behind the same word ("voted for", "voted against").</summary>
    private static bool AreSame(Direction left, Direction right) =>
        WordForms.AreSimilar(left.Object, right.Object)
        || (left.Preposition is not ("to" or "from") && left.Before is not null && right.Before is not null && WordForms.AreForms(left.Before, right.Before));

    private static IEnumerable<Direction> Of(IReadOnlyList<TextWord> words)
    {
        for (var i = 0; i < words.Count; i++)
        {
            if (!Opposites.ContainsKey(words[i].Folded)) continue;
            var thing = words.Skip(i + 1).TakeWhile(static word => !word.IsClauseStart).Take(MostWordsBetween).FirstOrDefault(static word => !word.IsFunction);
            var before = i > 0 && !words[i - 1].IsFunction ? words[i - 1] : null;
            if (words[i].Folded is "to" or "on" && thing is { HasDigit: true }) continue;
            if ((thing ?? before) is { } told) yield return new Direction(IsInfinitive(words, i) ? ToDo : words[i].Folded, told, before);
        }
    }

    /// <summary>"to cut": a plain word follows at once.</summary>
    private static bool IsInfinitive(IReadOnlyList<TextWord> words, int index) => words[index].Folded == "to" && index + 1 < words.Count && words[index + 1] is { IsFunction: false, IsCapital: false };

    private sealed record Direction(string Preposition, TextWord Object, TextWord? Before);
}
