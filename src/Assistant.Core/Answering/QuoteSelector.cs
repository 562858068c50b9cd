using System.Text.RegularExpressions;
using Assistant.Core.Ingestion;

namespace Assistant.Core.Answering;

/// <summary>Chooses the characters of the article that are quoted for a sentence.</summary>
/// <remarks>
/// The quote is the sentence. One that is only reported speech, a reply, or begins with a pronoun takes in up to two
/// sentences before it, so that whoever checks the quote sees who speaks and of what. Pure and thread-safe.
/// </remarks>
internal static partial class QuoteSelector
{
    private const int WindowLength = 1200;
    private const int MaximumLength = 700;
    private const int MaximumAddedSentences = 2;

    /// <summary>The quote for a sentence.</summary>
    /// <param name="text">The article's text.</param>
    /// <param name="sentence">The sentence, as offsets in the article.</param>
    /// <returns>Offsets in the article that contain the sentence.</returns>
    public static TextSpan Select(string text, TextSpan sentence)
    {
        var windowStart = Math.Max(0, sentence.Start - WindowLength);
        var before = SentenceSplitter.Split(text[windowStart..sentence.Start]);
        var firstWhole = windowStart > 0 ? 1 : 0;
        var quote = sentence;
        for (var i = before.Count - 1; i >= firstWhole && before.Count - i <= MaximumAddedSentences; i--)
        {
            if (!NeedsContext(text[quote.Start..quote.End])) break;
            var wider = new TextSpan(windowStart + before[i].Start, quote.End);
            if (wider.End - wider.Start > MaximumLength || !EndsLikeSentence(text, windowStart + before[i].End)) break;
            quote = wider;
        }

        return quote;
    }

    private static bool NeedsContext(string quote) =>
        PronounStartPattern().IsMatch(quote) || ReplyPattern().IsMatch(quote) || IsSpeechWithoutSpeaker(quote);

    private static bool IsSpeechWithoutSpeaker(string quote) =>
        quote[0] is '“' or '"' or '‘' && !NamePattern().IsMatch(QuotedPattern().Replace(quote, " "));

    private static bool EndsLikeSentence(string text, int end) => text[end - 1] is '.' or '!' or '?' or '”' or '"' or ':';

    [GeneratedRegex(@"^(?:He|She|It|They|His|Her|Its|Their)\b", RegexOptions.CultureInvariant)]
    private static partial Regex PronounStartPattern();

    [GeneratedRegex(@"^[“""][^”""]{0,80}[”""]\W*\w+\W+(?:replied|answered|responded)\b", RegexOptions.CultureInvariant)]
    private static partial Regex ReplyPattern();

    [GeneratedRegex(@"[“""][^”""]*(?:[”""]|$)", RegexOptions.CultureInvariant)]
    private static partial Regex QuotedPattern();

    [GeneratedRegex(@"\b\p{Lu}\p{L}+", RegexOptions.CultureInvariant)]
    private static partial Regex NamePattern();
}
