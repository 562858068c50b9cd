using System.Text.RegularExpressions;

namespace Assistant.Core.Answering.Checking;

/// <summary>A sentence to be checked, taken apart.</summary>
/// <remarks>Immutable and thread-safe.</remarks>
internal sealed partial record ClaimText
{
    /// <summary>Takes a sentence apart.</summary>
    /// <param name="text">The sentence without citation markers.</param>
    /// <param name="published">Date of the cited article, against which "on Tuesday" is resolved.</param>
    public ClaimText(string text, DateOnly? published)
    {
        Text = text;
        Words = TextWords.Split(text);
        Dates = CalendarParser.Parse(text, published);
        Quantities = QuantityParser.Parse(text, [.. Dates.Where(static date => !date.IsSpan)]);
        Polarity = Polarity.Of(Words);
        Parts = ClausePart.Split(Words, Quantities);
        Quotes = [.. QuotePattern().Matches(text).Select(static match => match.Groups[1].Value)];
    }

    /// <summary>The sentence.</summary>
    public string Text { get; }

    /// <summary>Its words.</summary>
    public IReadOnlyList<TextWord> Words { get; }

    /// <summary>Its dates.</summary>
    public IReadOnlyList<CalendarMention> Dates { get; }

    /// <summary>Its numbers.</summary>
    public IReadOnlyList<Quantity> Quantities { get; }

    /// <summary>What it denies.</summary>
    public Polarity Polarity { get; }

    /// <summary>Its parts between commas and conjunctions.</summary>
    public IReadOnlyList<ClausePart> Parts { get; }

    /// <summary>What it quotes, without the quotation marks.</summary>
    public IReadOnlyList<string> Quotes { get; }

    /// <summary>Whether a word is part of a number or a date.</summary>
    public bool IsMeasured(TextWord word) =>
        Quantities.Any(quantity => word.BeginsIn(quantity.Start, quantity.End)) || Dates.Any(date => word.BeginsIn(date.Start, date.End));

    [GeneratedRegex("[“\"]([^”\"]{2,300})[”\"]", RegexOptions.CultureInvariant)]
    private static partial Regex QuotePattern();
}
