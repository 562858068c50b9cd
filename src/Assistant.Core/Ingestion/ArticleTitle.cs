using System.Text.RegularExpressions;

namespace Assistant.Core.Ingestion;

/// <summary>A title for every article, also for one without a headline, and the agency of its dateline.</summary>
internal static partial class ArticleTitle
{
    private const int MaximumLength = 250;
    private const int MadeUpLength = 100;

    /// <summary>The headline; else the first sentence without its dateline, cut between words; else the file's name.</summary>
    public static string Decide(string? headline, string text, string fileName)
    {
        if (headline is not null) return Cut(headline, MaximumLength);
        var sentences = SentenceSplitter.Split(text);
        var first = sentences.Count == 0 ? "" : Dateline().Replace(sentences[0].Of(text), "");
        return first.Any(char.IsLetter) ? Cut(first, MadeUpLength) : fileName;
    }

    /// <summary>"AA" of "ANKARA (AA): …"; null when the text begins with no such dateline.</summary>
    public static string? AgencyOf(string text) =>
        Dateline().Match(text) is { Success: true } match && match.Groups["agency"].Success ? match.Groups["agency"].Value : null;

    private static string Cut(string title, int length)
    {
        if (title.Length <= length) return title;
        var blank = title.LastIndexOf(' ', length - 1);
        var end = blank > length / 2 ? blank : length - 1;
        if (char.IsHighSurrogate(title[end - 1])) end--;
        return title[..end].TrimEnd(' ', ',', ';', ':') + "…";
    }

    [GeneratedRegex(@"^\p{Lu}[\p{Lu} ,.'’/-]{2,40}(?:, [\p{L}]+\.? \d{1,2})? ?\((?<agency>\p{Lu}[\p{L}. -]{1,25})\) ?[:–—-]+ ?", RegexOptions.CultureInvariant)]
    private static partial Regex Dateline();
}
