using System.Text.RegularExpressions;

namespace Assistant.Core.Ingestion;

/// <summary>Questions about one line, or two neighbouring lines, of plain text.</summary>
internal static partial class LineText
{
    private const string Bullets = "•●▪■◦‣·*-–—+";

    /// <summary>Whether a sentence may end with the line: it ends in a full stop or the like, closing marks aside.</summary>
    public static bool EndsSentence(string line)
    {
        var end = line.AsSpan().TrimEnd("\"”’')]»").TrimEnd();
        return end.Length > 0 && end[^1] is '.' or '!' or '?' or '…' or '。' or '！' or '？';
    }

    /// <summary>Whether the second line continues the first one's sentence.</summary>
    public static bool GoesOn(string line, string next)
    {
        if (IsItem(next) || IsLink(line) || IsLink(next)) return false;
        return IsHyphenSplit(line, next) || (!EndsSentence(line) && line[^1] != ':' && char.IsLower(next[0]));
    }

    /// <summary>Whether a word may be split by the first line's last hyphen.</summary>
    public static bool IsHyphenSplit(string line, string next) =>
        line.Length > 1 && line[^1] is '-' or '\u2010' && char.IsLetterOrDigit(line[^2]) && char.IsLetterOrDigit(next[0]);

    /// <summary>Whether the line is an item of a list.</summary>
    public static bool IsItem(string line) =>
        (line.Length > 2 && Bullets.Contains(line[0], StringComparison.Ordinal) && line[1] == ' ') || Numbered().IsMatch(line);

    /// <summary>Whether the line is nothing but a web or mail address, with a label at most.</summary>
    public static bool IsLink(string line) => LinkLine().IsMatch(line);

    /// <summary>The web address of a link line; null when it is none.</summary>
    public static string? LinkOf(string line) =>
        LinkLine().Match(line) is { Success: true } match && match.Groups["url"].Success ? match.Groups["url"].Value : null;

    [GeneratedRegex(@"^(?:\(?\d{1,2}[.)]|\([a-z]\)) ", RegexOptions.CultureInvariant)]
    private static partial Regex Numbered();

    [GeneratedRegex(
        @"^(?:(?:original|source|link|url|web|read (?:more|it) (?:at|on)|available at|from)(?: article)?:? )?<?(?:(?<url>https?://[^\s<>]+)|www\.[^\s<>]+|[\w.+-]+@[\w-]+(?:\.[\w-]+)+)>?$",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex LinkLine();
}
