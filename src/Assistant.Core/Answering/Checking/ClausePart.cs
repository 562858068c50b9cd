namespace Assistant.Core.Answering.Checking;

/// <summary>A part of a sentence between commas, semicolons and conjunctions.</summary>
/// <param name="Words">Its words.</param>
/// <param name="Quantities">Its numbers.</param>
internal sealed record ClausePart(IReadOnlyList<TextWord> Words, IReadOnlyList<Quantity> Quantities)
{
    /// <summary>Has a word like this one.</summary>
    public bool Holds(TextWord word) => Words.Any(other => WordForms.AreSimilar(word, other));

    /// <summary>Cuts a sentence into parts, each but the first begun by "and", "while", "but", "or" or punctuation.</summary>
    public static IReadOnlyList<ClausePart> Split(IReadOnlyList<TextWord> words, IReadOnlyList<Quantity> quantities)
    {
        var parts = new List<ClausePart>();
        for (var start = 0; start < words.Count;)
        {
            var end = start + 1;
            while (end < words.Count && !words[end].IsClauseStart && words[end].Folded is not ("and" or "or")) end++;
            var (from, to) = (words[start].Start, words[end - 1].End);
            parts.Add(new ClausePart(
                [.. words.Skip(start).Take(end - start)],
                [.. quantities.Where(quantity => quantity.Start >= from - 1 && quantity.Start < to)]));
            start = end;
        }

        return parts;
    }
}
