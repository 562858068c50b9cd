using System.Globalization;
using Assistant.Core.Indexing;
using Assistant.Core.Retrieval;

namespace Assistant.Core.Answering;

/// <summary>The names, numbers and years of a question, and whether a text mentions them.</summary>
/// <remarks>
/// Compares without case and marks; a plural or a derived form of the same word counts ("Su-57s", "Turkish" for
/// "Turkey"), a number or a designation only as a whole. Pure and thread-safe.
/// </remarks>
internal sealed class QuestionNames
{
    private const int DerivedFormPrefix = 4;
    private const int DerivedFormEnding = 3;

    private readonly (string Name, string Folded)[] _names;

    private QuestionNames((string Name, string Folded)[] names) => _names = names;

    /// <summary>How many different names the question has.</summary>
    public int Count => _names.Length;

    /// <summary>Finds the names of a question.</summary>
    public static QuestionNames Of(string question) => new(
    [
        .. QuestionWord.Split(question)
            .Where(static word => word.IsName)
            .Select(static word => (word.Text, Singular(TextFolding.Fold(word.Text))))
            .DistinctBy(static name => name.Item2),
    ]);

    /// <summary>One name alone.</summary>
    public static QuestionNames OfName(string name) => new([(name, Singular(TextFolding.Fold(name)))]);

    /// <summary>The names that the text does not mention, as the question writes them.</summary>
    public IReadOnlyList<string> MissingFrom(string text)
    {
        if (_names.Length == 0) return [];
        var words = WordsOf(text);
        return [.. _names.Where(name => !words.Any(word => IsSame(name.Folded, word))).Select(static name => name.Name)];
    }

    /// <summary>What a passage says and stands under: title, heading, date, text.</summary>
    public static string ContextOf(RankedPassage passage) => string.Join(
        '\n',
        passage.Title,
        passage.Heading,
        passage.PublishedAt?.ToString("d MMMM yyyy", CultureInfo.InvariantCulture),
        passage.Text);

    /// <summary>The names that none of the texts mentions.</summary>
    public IReadOnlyList<string> AbsentFrom(IEnumerable<string> texts)
    {
        IReadOnlyList<string> absent = [.. _names.Select(static name => name.Name)];
        foreach (var text in texts)
        {
            if (absent.Count == 0) break;
            absent = [.. absent.Intersect(MissingFrom(text))];
        }

        return absent;
    }

    private static HashSet<string> WordsOf(string text)
    {
        var words = new HashSet<string>(StringComparer.Ordinal);
        foreach (var word in QuestionWord.Split(TextFolding.Fold(text)).Select(static word => word.Text))
        {
            words.Add(Singular(word));
            words.UnionWith(word.Split('-', '‐', '‑', '/', '.').Select(Singular));
        }

        return words;
    }

    private static bool IsSame(string name, string word)
    {
        if (name == word) return true;
        if (name.Any(char.IsDigit) || word.Any(char.IsDigit)) return false;
        var length = Math.Max(DerivedFormPrefix, Math.Min(name.Length, word.Length) - DerivedFormEnding);
        return name.Length >= length && word.Length >= length && Math.Abs(name.Length - word.Length) <= DerivedFormEnding
            && string.CompareOrdinal(name, 0, word, 0, length) == 0;
    }

    private static string Singular(string word) =>
        word.Length > 2 && word[^1] == 's' && word[^2] != 's' ? word[..^1] : word;
}
