using System.Collections.Frozen;

namespace Assistant.Core.Ingestion;

/// <summary>English words whose full stop seldom ends a sentence.</summary>
/// <remarks>Compared without regard to case and without the last full stop.</remarks>
internal static class Abbreviations
{
    /// <summary>Stand before a name: never end a sentence.</summary>
    private static readonly FrozenSet<string> BeforeName = Words(
        "mr mrs ms mx dr prof gen col lt sgt cpl capt maj cmdr adm brig sen rep reps gov pres rev hon fr st sts mt ft " +
        "messrs mme mlle supt insp det vs cf e.g i.e viz al approx ca hrsg");

    /// <summary>Stand before a number: end a sentence only when none follows.</summary>
    private static readonly FrozenSet<string> BeforeNumber = Words(
        "no nos nr p pp vol vols fig figs eq sec sect art ch chap ed eds para col cl tab " +
        "jan feb mar apr jun jul aug sep sept oct nov dec");

    /// <summary>May stand anywhere: end a sentence when a word follows that often begins one.</summary>
    private static readonly FrozenSet<string> Anywhere = Words(
        "inc ltd co corp bros jr sr esq etc dept univ assn ave blvd rd est min max ret incl dist gov't govt intl natl " +
        "jan feb mar apr jun jul aug sep sept oct nov dec");

    private static readonly FrozenSet<string> Starters = Words(
        "the a an he she it they we you i in on at by for from to of with and but or so yet if as his her its their our " +
        "my this that these those there here when while after before since until although though however " +
        "moreover meanwhile what who why how where which no not some many most all both each one two");

    /// <summary>Whether the full stop after this word ends a sentence.</summary>
    /// <param name="word">The word before the full stop, not empty.</param>
    /// <param name="next">The word after it, with its own full stop if it has one; empty when none is near.</param>
    public static bool EndsSentence(string word, string next)
    {
        var lower = word.ToLowerInvariant();
        var startsWithDigit = next.Length > 0 && char.IsDigit(next[0]);
        if (BeforeName.Contains(lower) || (BeforeNumber.Contains(lower) && startsWithDigit)) return false;
        if (IsInitial(word) || IsDotted(word) || Anywhere.Contains(lower)) return Starters.Contains(next.ToLowerInvariant());
        return true;
    }

    private static bool IsInitial(string word) => word.Length == 1 && char.IsUpper(word[0]);

    /// <summary>U.S, a.m, Ph.D: letters in groups of one or two with full stops between.</summary>
    private static bool IsDotted(string word)
    {
        var parts = word.Split('.');
        return parts.Length > 1 && Array.TrueForAll(parts, part => part.Length is 1 or 2 && part.All(char.IsLetter));
    }

    private static FrozenSet<string> Words(string list) => list.Split(' ').ToFrozenSet(StringComparer.Ordinal);
}
