using System.Globalization;
using System.Net;
using System.Runtime.CompilerServices;
using System.Text;

namespace Assistant.Eval.Reporting;

/// <summary>Escapes every value put into an interpolated string of markup, whatever an article holds.</summary>
/// <remarks>Control characters and bidirectional overrides become U+FFFD: they could hide or reorder what is shown.</remarks>
[InterpolatedStringHandler]
internal readonly ref struct HtmlInterpolation
{
    private readonly StringBuilder _markup;

    /// <summary>Called by the compiler.</summary>
    public HtmlInterpolation(int literalLength, int formattedCount) =>
        _markup = new StringBuilder(literalLength + (formattedCount * 16));

    /// <summary>Markup of our own.</summary>
    public void AppendLiteral(string markup) => _markup.Append(markup);

    /// <summary>Markup made before.</summary>
    public void AppendFormatted(Html markup) => _markup.Append(markup.Markup);

    /// <summary>Pieces of markup made before.</summary>
    public void AppendFormatted(IEnumerable<Html> parts)
    {
        foreach (var part in parts) _markup.Append(part.Markup);
    }

    /// <summary>Text: escaped.</summary>
    public void AppendFormatted(string? text) => _markup.Append(Escape(text));

    /// <summary>A whole number.</summary>
    public void AppendFormatted(int number) => _markup.Append(number.ToString(CultureInfo.InvariantCulture));

    /// <summary>A number in a format.</summary>
    public void AppendFormatted(double number, string format) =>
        _markup.Append(Escape(number.ToString(format, CultureInfo.InvariantCulture)));

    /// <inheritdoc/>
    public override string ToString() => _markup.ToString();

    private static string Escape(string? text) =>
        string.IsNullOrEmpty(text) ? "" : WebUtility.HtmlEncode(string.Create(text.Length, text, static (target, source) =>
        {
            for (var i = 0; i < source.Length; i++) target[i] = IsDisruptive(source[i]) ? '\uFFFD' : source[i];
        }));

    private static bool IsDisruptive(char character) =>
        (char.IsControl(character) && character is not ('\n' or '\t'))
        || character is (>= '\u202A' and <= '\u202E') or (>= '\u2066' and <= '\u2069') or '\u200E' or '\u200F';
}
