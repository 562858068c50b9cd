using Assistant.Eval.Running;

namespace Assistant.Eval.Reporting;

/// <summary>A cited passage with its quote marked.</summary>
internal static class PassageView
{
    /// <summary>Markup of the passage; of the quote alone when the passage is not known or does not hold its beginning.</summary>
    public static Html Of(CitedQuote citation)
    {
        var start = citation.Start - citation.PassageStart;
        var end = Math.Min(citation.End - citation.PassageStart, citation.PassageText.Length);
        if (start < 0 || start >= end) return Html.Of($"<blockquote><mark>{citation.Quote}</mark></blockquote>");
        var text = citation.PassageText;
        var beyond = citation.End - citation.PassageStart > text.Length ? citation.Quote[(end - start)..] : "";
        return Html.Of($"<blockquote>{text[..start]}<mark>{text[start..end]}{beyond}</mark>{text[end..]}</blockquote>");
    }
}
