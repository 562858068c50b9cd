using System.Collections.Frozen;
using Assistant.Core.Indexing;

namespace Assistant.Core.Answering.Checking;

/// <summary>Whether two words say the same: equal, of one stem, or in one group of the lexicon.</summary>
/// <remarks>Pure and thread-safe.</remarks>
internal static class WordForms
{
    private const int LongStem = 5;
    private const int LeastRoot = 4;

    private static readonly FrozenSet<string> Endings = FrozenSet.ToFrozenSet(
        ["", "e", "i", "s", "es", "er", "or", "al", "ial", "ic", "ist", "ism", "ion", "ati", "at", "ant", "ent", "ment", "ness", "iti", "ti", "ive", "iv", "abl", "ibl", "ful", "ship", "hood", "age", "ag", "ari", "eri", "ori", "an", "ian", "ise", "iz", "ur", "ing", "ed", "li", "ci", "anc", "enc", "th", "ou"],
        StringComparer.Ordinal);

    private static readonly FrozenSet<string> NameEndings = FrozenSet.ToFrozenSet(
        ["an", "ans", "ian", "ians", "n", "ns", "er", "ers", "ese", "ish", "man", "men", "woman", "i", "is", "ic", "ean", "eans"], StringComparer.Ordinal);

    private static readonly FrozenDictionary<string, string> BaseForms = WordGroups.Irregular
        .SelectMany(static forms => forms.Skip(1).Select(form => (Form: form, Base: forms[0])))
        .ToFrozenDictionary(static pair => pair.Form, static pair => pair.Base, StringComparer.Ordinal);

    private static readonly FrozenDictionary<string, int[]> Synonyms = GroupsByStem(WordGroups.Synonyms);
    private static readonly FrozenDictionary<string, int[]> Aliases = Groups(WordGroups.Aliases, static word => word);

    /// <summary>The Porter stem of a word, or of what it is an irregular form of ("held": "hold").</summary>
    /// <param name="folded">The word in lower case, without marks.</param>
    public static string StemOf(string folded) => PorterStemmer.Stem(BaseForms.GetValueOrDefault(folded, folded));

    /// <summary>Whether a word may be the past form of a verb.</summary>
    public static bool IsPast(TextWord word) => BaseForms.ContainsKey(word.Folded) || word.Folded.EndsWith("ed", StringComparison.Ordinal);

    /// <summary>Whether two words may stand for each other in a paraphrase.</summary>
    public static bool AreSimilar(TextWord left, TextWord right) =>
        left.Stem == right.Stem || left.Folded == right.Folded || ShareStem(left.Stem, right.Stem)
        || AreAliases(left.Folded, right.Folded) || AreSynonyms(left.Stem, right.Stem);

    /// <summary>Whether two words are forms of one word.</summary>
    public static bool AreForms(TextWord left, TextWord right) =>
        left.Stem == right.Stem || left.Folded == right.Folded || ShareStem(left.Stem, right.Stem);

    /// <summary>Whether two words name the same thing.</summary>
    public static bool AreSameName(TextWord left, TextWord right) =>
        left.Folded == right.Folded || AreAliases(left.Folded, right.Folded)
        || (!left.HasDigit && !right.HasDigit && Singular(left.Folded) == Singular(right.Folded))
        || (left.HasDigit && Parts(right).Contains(left.Folded)) || (right.HasDigit && Singular(left.Folded) == right.Folded)
        || (!left.HasDigit && Parts(right).Contains(left.Folded)) || AreNameAndAdjective(left.Folded, right.Folded);

    /// <summary>"Sicily" and "Sicilian", "Greenland" and "Greenlanders", "English" and "Englishman".</summary>
    private static bool AreNameAndAdjective(string left, string right)
    {
        var (name, longer) = left.Length < right.Length ? (left, right) : (right, left);
        var root = name.TrimEnd('a', 'e', 'i', 'o', 'y');
        return root.Length >= LeastRoot && longer.StartsWith(root, StringComparison.Ordinal) && NameEndings.Contains(longer[root.Length..]);
    }

    /// <summary>Whether a word is in the list of countries.</summary>
    public static bool IsCountry(string folded) => Aliases.ContainsKey(folded);

    /// <summary>Whether two names stand for the same country.</summary>
    public static bool AreAliases(string left, string right) => Share(Aliases, left, right);

    private static bool AreSynonyms(string left, string right) => Share(Synonyms, left, right);

    /// <summary>One stem is the other with an ending ("elect" and "electorate"), not just with more letters ("again" and "against").</summary>
    private static bool ShareStem(string left, string right)
    {
        var (stem, longer) = left.Length < right.Length ? (left, right) : (right, left);
        return stem.Length >= LongStem && longer.StartsWith(stem, StringComparison.Ordinal) && Endings.Contains(longer[stem.Length..]);
    }

    private static bool Share(FrozenDictionary<string, int[]> groups, string left, string right) =>
        groups.TryGetValue(left, out var first) && groups.TryGetValue(right, out var second) && first.Intersect(second).Any();

    private static string[] Parts(TextWord word) => word.Folded.Split('-', '‐', '‑', '/', ':');

    private static string Singular(string word) => word.Length > 3 && word[^1] == 's' && word[^2] != 's' ? word[..^1] : word;

    private static FrozenDictionary<string, int[]> GroupsByStem(IReadOnlyList<string[]> groups) =>
        Groups(groups, StemOf);

    private static FrozenDictionary<string, int[]> Groups(IReadOnlyList<string[]> groups, Func<string, string> key) =>
        groups.SelectMany((words, index) => words.Select(word => (Key: key(word), Index: index)))
            .GroupBy(static pair => pair.Key, static pair => pair.Index)
            .ToFrozenDictionary(static group => group.Key, static group => group.Distinct().ToArray());
}
