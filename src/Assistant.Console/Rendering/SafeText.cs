using System.Text;

namespace Assistant.Console.Rendering;

/// <summary>Makes text from articles harmless to a terminal.</summary>
/// <remarks>
/// C0 and C1 controls (escape sequences begin with them), DEL and bidirectional controls are dropped; line breaks and
/// tabs become spaces. Spectre markup is never parsed, because text is only ever passed as plain text. Pure.
/// </remarks>
internal static class SafeText
{
    /// <summary>The text on one line without controls.</summary>
    public static string OneLine(string? text)
    {
        if (string.IsNullOrEmpty(text)) return string.Empty;
        var safe = new StringBuilder(text.Length);
        foreach (var character in text)
        {
            if (character is '\n' or '\t' or '\u2028' or '\u2029') safe.Append(' ');
            else if (!char.IsControl(character) && !IsBidirectionalControl(character)) safe.Append(character);
        }

        return safe.ToString();
    }

    /// <summary>The text without controls, line by line.</summary>
    public static string Lines(string text) => string.Join('\n', text.Split('\n').Select(OneLine));

    private static bool IsBidirectionalControl(char character) =>
        character is '\u061C' or '\u200E' or '\u200F' or (>= '\u202A' and <= '\u202E') or (>= '\u2066' and <= '\u2069');
}
