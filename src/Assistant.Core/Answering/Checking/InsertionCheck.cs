using System.Collections.Frozen;

namespace Assistant.Core.Answering.Checking;

/// <summary>A claim must not put a denial into words that it takes over from the passages in their order, nor leave one out.</summary>
/// <remarks>
/// Three words in a row, one of them with content, are the same words; articles and forms of "do" do not count, nor do endings:
/// "did not open the bridge" has the words of "opened a bridge". Pure and thread-safe.
/// </remarks>
internal static class InsertionCheck
{
    private const int Length = 3;
    private const int ReachOfBut = 6;

    private static readonly FrozenSet<string> Dropped = Set("a an any the do does did ever yet");
    private static readonly FrozenSet<string> Kept = Set("free without unable impossible unlikely nor neither");
    private static readonly FrozenSet<string> Turning = Set("only just merely least longer");

    /// <summary>Why a denial is put in or left out; null when none is.</summary>
    public static string? Contradiction(SupportWindow window)
    {
        var said = window.All.SelectMany(static sentence => RunsOf(sentence.Words, sentence.Parts, sentence.Polarity)).ToList();
        return RunsOf(window.Claim.Words, window.Claim.Parts, window.Claim.Polarity).Any(own => said.FindAll(own.HasWordsOf) is { Count: > 0 } same && same.TrueForAll(own.IsTurned))
            ? "it puts a denial into the passage's words, or leaves one out" : null;
    }

    private static IEnumerable<Run> RunsOf(IReadOnlyList<TextWord> words, IReadOnlyList<ClausePart> parts, Polarity polarity)
    {
        var kept = Undenied(words);
        for (var i = 0; i + Length <= kept.Count; i++)
        {
            var run = kept.GetRange(i, Length);
            if (run.TrueForAll(static pair => pair.Word.IsFunction) || run.Skip(1).Any(static pair => pair.Word.IsClauseStart)) continue;
            var part = parts.First(part => part.Words.Contains(run[^1].Word));
            yield return new Run([.. run.Select(static pair => pair.Word)], run[1].IsDenied != run[2].IsDenied, polarity.Scopes.Count(denial => denial.Cue.Folded != "nor" && part.Words.Contains(denial.Cue)));
        }
    }

    /// <summary>The words but those that deny, each with whether a denial stands before it.</summary>
    private static List<(TextWord Word, bool IsDenied)> Undenied(IReadOnlyList<TextWord> words)
    {
        var kept = new List<(TextWord Word, bool IsDenied)>();
        var isDenied = false;
        foreach (var (index, word) in words.Index())
        {
            if (word.IsNegation && !Kept.Contains(word.Folded))
            {
                isDenied = !IsLimited(words, index);
                continue;
            }

            if (Dropped.Contains(word.Folded)) continue;
            kept.Add((word, isDenied && !Turning.Contains(word.Folded)));
            isDenied = false;
        }

        return kept;
    }

    /// <summary>"not for judges but for politicians", "not until May".</summary>
    private static bool IsLimited(IReadOnlyList<TextWord> words, int index)
    {
        for (var i = index + 1; i < words.Count && words[i].Start == words[i - 1].End + 1; i++)
            if (words[i].Folded == "until" || (words[i].Folded == "but" && i <= index + ReachOfBut)) return true;
        return false;
    }

    private static FrozenSet<string> Set(string words) => FrozenSet.ToFrozenSet(words.Split(' '), StringComparer.Ordinal);

    /// <summary>Words in a row.</summary>
    /// <param name="Words">The words.</param>
    /// <param name="IsDenied">A denial stands between them.</param>
    /// <param name="Denials">Number of denials in the part of the sentence.</param>
    private sealed record Run(IReadOnlyList<TextWord> Words, bool IsDenied, int Denials)
    {
        public bool HasWordsOf(Run other) => Words.Zip(other.Words).All(static pair => WordForms.AreForms(pair.First, pair.Second));

        public bool IsTurned(Run other) => other.IsDenied != IsDenied && (other.Denials - Denials) % 2 != 0;
    }
}
