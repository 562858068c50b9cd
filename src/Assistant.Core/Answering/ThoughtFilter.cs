using System.Text;

namespace Assistant.Core.Answering;

/// <summary>Leaves out what a model thinks aloud before it answers, between <c>&lt;think&gt;</c> and <c>&lt;/think&gt;</c>.</summary>
/// <remarks>Only at the beginning of the text; the same however it is cut into pieces. Not thread-safe: one filter reads one answer.</remarks>
internal sealed class ThoughtFilter
{
    private const string Begin = "<think>";
    private const string End = "</think>";

    private readonly StringBuilder _held = new();
    private bool _isOver;

    /// <summary>Takes a piece of text.</summary>
    /// <returns>What of the text so far is the answer, and was not returned before.</returns>
    public string Add(string piece)
    {
        if (_isOver) return piece;
        _held.Append(piece);
        var text = _held.ToString().TrimStart();
        if (text.Length < Begin.Length && Begin.StartsWith(text, StringComparison.OrdinalIgnoreCase)) return string.Empty;
        if (text.StartsWith(Begin, StringComparison.OrdinalIgnoreCase))
        {
            var end = text.IndexOf(End, StringComparison.OrdinalIgnoreCase);
            if (end < 0) return string.Empty;
            text = text[(end + End.Length)..];
        }

        _isOver = true;
        return text;
    }
}
