using System.Text;
using Assistant.Console.Rendering;

namespace Assistant.Console.Chat;

/// <summary>Reads lines of bounded length, from a terminal or a pipe.</summary>
/// <remarks>
/// A terminal is read like a file, so that its own line editing works, and Ctrl-C drops what was typed so far.
/// Controls are dropped: a pasted escape sequence is shown again as text.
/// </remarks>
internal sealed class LineSource(TextReader reader, int maximumLength)
{
    /// <summary>The next line without controls and outer white space; null at the end.</summary>
    /// <returns>At most one character longer than the maximum, which is how a longer line is known.</returns>
    public string? Read()
    {
        var line = new StringBuilder();
        int next;
        while ((next = reader.Read()) is not (-1 or '\n'))
        {
            if (line.Length <= maximumLength) line.Append((char)next);
        }

        return next == -1 && line.Length == 0 ? null : SafeText.OneLine(line.ToString()).Trim();
    }
}
