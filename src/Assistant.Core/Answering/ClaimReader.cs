using System.Globalization;
using Assistant.Core.Answering.Checking;
using Assistant.Core.Ingestion;
using Assistant.Inference;

namespace Assistant.Core.Answering;

/// <summary>Tier two of the citation check: a model that reads the cited passage with the claim in mind.</summary>
/// <remarks>The article's date stands before its title, so that "on Monday" can be a date. Thread-safe.</remarks>
/// <param name="model">The claim model; see its card for how it was trained.</param>
public sealed class ClaimReader(ReaderModel model)
{
    private const string ModelName = "claims";

    // About 300 tokens, so that with its title and an ordinary claim nothing of it is cut.
    private const int MostCharacters = 1200;

    /// <summary>Loads the model that comes with the program.</summary>
    /// <exception cref="InvalidDataException">Its files are damaged.</exception>
    public static ClaimReader Load() => new(ReaderModel.Load(ModelDirectory.Find(ModelName)));

    /// <summary>The log-odds that the passage supports a claim.</summary>
    /// <param name="sentence">The claim, without citation markers.</param>
    /// <param name="passage">The passage it cites; of a long one the sentences around the quote are read, at most 1,200 code units unless the quote is longer.</param>
    /// <param name="quote">Where tier one finds the claim in the passage's text.</param>
    /// <param name="cancellationToken">Cancels the reading.</param>
    public double Logit(string sentence, CitedPassage passage, TextSpan quote, CancellationToken cancellationToken)
    {
        var date = passage.PublishedAt?.ToString("dddd, d MMMM yyyy", CultureInfo.InvariantCulture);
        var read = new ReaderPassage($"{date} {passage.Title}".Trim(), Around(passage.Text, quote).Of(passage.Text));
        return model.Read(sentence, [read], cancellationToken)[0].ClaimLogit;
    }

    /// <summary>The whole sentences around a quote that are read with it: before and after it in turn while there is room.</summary>
    internal static TextSpan Around(string text, TextSpan quote)
    {
        if (text.Length <= MostCharacters) return new TextSpan(0, text.Length);
        var sentences = SentenceSplitter.Split(text);
        var before = sentences.Where(sentence => sentence.End <= quote.Start).Reverse().Select(static sentence => sentence.Start).ToList();
        var after = sentences.Where(sentence => sentence.Start >= quote.End).Select(static sentence => sentence.End).ToList();
        var (start, end) = (quote.Start, quote.End);
        for (var turn = 0; turn < Math.Max(before.Count, after.Count); turn++)
        {
            if (turn < before.Count && end - before[turn] <= MostCharacters) start = before[turn];
            if (turn < after.Count && after[turn] - start <= MostCharacters) end = after[turn];
        }

        return new TextSpan(start, end);
    }
}
