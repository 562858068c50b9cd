using Assistant.Core.Ingestion;

namespace Assistant.Core.Answering.Checking;

/// <summary>A sentence of a cited passage, taken apart for the checker.</summary>
/// <param name="Passage">Index of its passage among the cited ones.</param>
/// <param name="Index">Position among all sentences of the cited passages.</param>
/// <param name="Span">Offsets in the passage's text.</param>
/// <param name="Text">The sentence.</param>
/// <param name="Words">Its words.</param>
/// <param name="Quantities">Its numbers.</param>
/// <param name="Dates">Its dates, relative words resolved.</param>
internal sealed record PassageSentence(
    int Passage, int Index, TextSpan Span, string Text, IReadOnlyList<TextWord> Words,
    IReadOnlyList<Quantity> Quantities, IReadOnlyList<CalendarMention> Dates)
{
    /// <summary>What the sentence denies.</summary>
    public Polarity Polarity { get; } = Polarity.Of(Words);

    /// <summary>Its parts between commas and conjunctions.</summary>
    public IReadOnlyList<ClausePart> Parts { get; } = ClausePart.Split(Words, Quantities);

    /// <summary>Begins with or contains a word that stands for someone or something named before.</summary>
    public bool LeansOnContext { get; } = Words.Any(static word =>
        word.Folded is "he" or "she" or "it" or "they" or "his" or "her" or "its" or "their" or "him" or "them" or "this"
            or "these" or "both" or "one" or "there" or "those" or "others" or "that" or "two" or "neither" or "either")
        || (Words.Count > 0 && Words[0].Folded is "the" or "another" or "such");

    /// <summary>Has a word like this one.</summary>
    public bool Holds(TextWord word) => Words.Any(other => WordForms.AreSimilar(word, other));

    /// <summary>Whether a word is part of a number or a date.</summary>
    public bool IsMeasured(TextWord word) =>
        Quantities.Any(quantity => word.BeginsIn(quantity.Start, quantity.End)) || IsDate(word);

    /// <summary>Whether a word is part of a date.</summary>
    public bool IsDate(TextWord word) => Dates.Any(date => word.BeginsIn(date.Start, date.End));
}
