using System.Text.RegularExpressions;

namespace Assistant.Core.Answering;

/// <summary>Finds the year that a question asks about: "Who won in 2019?" asks about 2019.</summary>
/// <remarks>Pure and thread-safe.</remarks>
internal static partial class AskedYear
{
    /// <summary>The year as a name; null when the question has none, or further numbers beside it.</summary>
    public static QuestionNames? Of(string question)
    {
        var numbers = NumberPattern().Matches(question);
        return numbers.Count == 1 && YearPattern().IsMatch(numbers[0].Value) ? QuestionNames.OfName(numbers[0].Value) : null;
    }

    [GeneratedRegex(@"[\p{L}\p{N}.,-]*\p{N}[\p{L}\p{N}]*", RegexOptions.CultureInvariant)]
    private static partial Regex NumberPattern();

    [GeneratedRegex(@"^(?:1[6-9]|20)[0-9]{2}$", RegexOptions.CultureInvariant)]
    private static partial Regex YearPattern();
}
