using System.Text;

namespace Assistant.Eval.Suites;

/// <summary>A text searched without regard to white space: neither its amount nor its place matters.</summary>
/// <remarks>Immutable and thread-safe. Offsets are those of the text itself.</remarks>
internal sealed class BlankBlindText
{
    private readonly string _dense;
    private readonly int[] _offsets;

    /// <summary>Prepares the text, O(n).</summary>
    public BlankBlindText(string text)
    {
        var dense = new StringBuilder(text.Length);
        var offsets = new List<int>(text.Length);
        for (var i = 0; i < text.Length; i++)
        {
            if (char.IsWhiteSpace(text[i])) continue;
            dense.Append(text[i]);
            offsets.Add(i);
        }

        _dense = dense.ToString();
        _offsets = [.. offsets];
    }

    /// <summary>All places of the wanted text, in order, not overlapping; none for a blank one.</summary>
    public IEnumerable<(int Start, int End)> FindAll(string wanted)
    {
        var dense = string.Concat(wanted.Where(static character => !char.IsWhiteSpace(character)));
        if (dense.Length == 0) yield break;
        var at = _dense.IndexOf(dense, StringComparison.Ordinal);
        while (at >= 0)
        {
            yield return (_offsets[at], _offsets[at + dense.Length - 1] + 1);
            at = _dense.IndexOf(dense, at + dense.Length, StringComparison.Ordinal);
        }
    }
}
