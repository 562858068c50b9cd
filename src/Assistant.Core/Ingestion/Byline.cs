using System.Text.RegularExpressions;

namespace Assistant.Core.Ingestion;

/// <summary>A line that names who wrote an article: "By Ulas Atesci".</summary>
/// <param name="Author">The name or names.</param>
internal sealed partial record Byline(string Author)
{
    private const int MaximumLength = 90;

    /// <summary>Reads the line; null when it is no byline.</summary>
    public static Byline? Read(string line)
    {
        if (line.Length > MaximumLength) return null;
        var match = Pattern().Match(line);
        return match.Success ? new Byline(match.Groups["name"].Value) : null;
    }

    private const string NameWord = @"\p{Lu}[\p{L}.'’-]*";

    [GeneratedRegex(
        @"^(?:(?:By|BY|by):? |(?:Author|Written by|Reported by|Story by|Text): ?)" +
        @"(?<name>" + NameWord + @"(?:,? (?:" + NameWord + @"|and|de|von|van|der|al|bin|ibn)){0,8})(?:, [\p{L} ]{1,40})?$",
        RegexOptions.CultureInvariant)]
    private static partial Regex Pattern();
}
