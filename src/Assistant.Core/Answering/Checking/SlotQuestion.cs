using Assistant.Core.Ingestion;

namespace Assistant.Core.Answering.Checking;

/// <summary>A claim with a number, a date or its subject left out, as a question to the passage it cites.</summary>
/// <param name="Text">The question.</param>
/// <param name="Claimed">What was left out.</param>
/// <param name="Said">Where the passage holds it; offsets in its text.</param>
/// <param name="Others">Where the passage holds something else of its kind.</param>
internal sealed record SlotQuestion(string Text, string Claimed, IReadOnlyList<TextSpan> Said, IReadOnlyList<TextSpan> Others)
{
    private const int MostQuestions = 6;
    private const int LeastWordsOfPart = 3;

    private static readonly string[] DatePrepositions = ["on", "in", "at", "from", "since", "by", "until"];

    /// <summary>The questions that a claim answers and that the passage may answer otherwise, in the claim's order; numbers first, then dates, then the subject.</summary>
    /// <param name="sentence">The claim, without citation markers.</param>
    /// <param name="passage">The passage it cites.</param>
    public static IReadOnlyList<SlotQuestion> Of(string sentence, CitedPassage passage)
    {
        var window = SupportWindow.Of(sentence, [passage]);
        return [.. OfNumbers(window).Concat(OfDates(window)).Concat(OfSubject(window)).Where(static question => question.Said.Count > 0 && question.Others.Count > 0).Take(MostQuestions)];
    }

    /// <summary>"How many people were hurt?"; not of "Boeing 787", nor of a rank.</summary>
    private static IEnumerable<SlotQuestion> OfNumbers(SupportWindow window) =>
        window.Claim.Quantities.Where(claimed => claimed.Unit != Quantity.Ordinal && !IsPartOfName(window.Claim.Words, claimed)).Select(claimed =>
        {
            var kind = window.All.SelectMany(sentence => sentence.Quantities.Where(other => other.Unit == claimed.Unit || claimed.Agrees(other))
                .Select(other => (IsSaid: claimed.Agrees(other), Span: In(sentence, other.Start, other.End)))).ToList();
            return About(InPlace(window, claimed.Start, claimed.End, claimed.Unit.Length == 0 ? "how many" : "how much"), Written(window, claimed.Start, claimed.End), kind);
        });

    private static bool IsPartOfName(IReadOnlyList<TextWord> words, Quantity quantity) =>
        TextWords.Before(words, quantity.Start) is { IsCapital: true, IsFunction: false, IsClauseStart: false };

    private static IEnumerable<SlotQuestion> OfDates(SupportWindow window) => window.Claim.Dates.Select(claimed =>
    {
        var kind = window.All.SelectMany(sentence => sentence.Dates.Select(other => (IsSaid: window.Says(other, claimed), Span: In(sentence, other.Start, other.End)))).ToList();
        var start = TextWords.Before(window.Claim.Words, claimed.Start) is { } before && DatePrepositions.Contains(before.Folded) ? before.Start : claimed.Start;
        var question = PartOf(window, claimed) is { } part ? $"When {Without(window.Claim.Text, part, start, claimed.End)}?" : InPlace(window, start, claimed.End, "when");
        return About(question, Written(window, claimed.Start, claimed.End), kind);
    });

    /// <summary>The part of the claim that a date stands in, when it says enough by itself.</summary>
    private static TextSpan? PartOf(SupportWindow window, CalendarMention date) =>
        window.Claim.Parts.FirstOrDefault(part => part.Words[0].Start <= date.Start && part.Words[^1].End >= date.End) is { } part
        && part.Words.Count(word => !word.IsFunction && !window.Claim.IsMeasured(word)) >= LeastWordsOfPart
            ? new TextSpan(part.Words[0].Start, part.Words[^1].End) : null;

    private static string Without(string text, TextSpan part, int start, int end) =>
        $"{text[part.Start..Math.Max(part.Start, start)].Trim()} {text[end..Math.Max(part.End, end)].Trim()}".Trim();

    /// <summary>"Who handed over power?", of a claim that begins with a name.</summary>
    private static IEnumerable<SlotQuestion> OfSubject(SupportWindow window)
    {
        var subject = NamesIn(window.Claim.Words, (word, index) => NameCheck.IsName(window, word, index)).FirstOrDefault();
        if (subject is null || subject[0] != window.Claim.Words[0]) return [];
        var kind = new List<(bool IsSaid, TextSpan Span)>();
        foreach (var sentence in window.All)
        {
            foreach (var name in NamesIn(sentence.Words, (word, _) => IsName(window, sentence, word)))
            {
                var isSaid = Shares(name, subject);
                if (isSaid || !Shares(name, window.Claim.Words)) kind.Add((isSaid, In(sentence, name[0].Start, name[^1].End)));
            }
        }

        var (start, end) = (subject[0].Start, subject[^1].End);
        return [About(InPlace(window, start, end, "Who"), Written(window, start, end), kind)];
    }

    /// <summary>A capital word that is no date and, at a sentence's beginning, is capital elsewhere too.</summary>
    private static bool IsName(SupportWindow window, PassageSentence sentence, TextWord word) =>
        word is { IsCapital: true, IsFunction: false } && !sentence.IsDate(word)
        && (word != sentence.Words[0] || window.All.Any(other => other.Words.Skip(1).Any(again => again.IsCapital && again.Folded == word.Folded)));

    private static bool Shares(IEnumerable<TextWord> name, IReadOnlyList<TextWord> words) => name.Any(word => words.Any(other => WordForms.AreSameName(word, other)));

    /// <summary>The runs of words that are names, "of" and "the" between them included.</summary>
    private static IEnumerable<List<TextWord>> NamesIn(IReadOnlyList<TextWord> words, Func<TextWord, int, bool> isName)
    {
        var name = new List<TextWord>();
        foreach (var (index, word) in words.Index())
        {
            if (name.Count > 0 && (word.IsClauseStart || !(IsLink(word) || isName(word, index))))
            {
                yield return WithoutLinks(name);
                name = [];
            }

            if (name.Count > 0 || (!IsLink(word) && isName(word, index))) name.Add(word);
        }

        if (name.Count > 0) yield return WithoutLinks(name);
    }

    private static bool IsLink(TextWord word) => word.Folded is "of" or "the" or "for" or "de";

    private static List<TextWord> WithoutLinks(List<TextWord> name) => name[..(name.FindLastIndex(static word => !IsLink(word)) + 1)];

    /// <summary>The claim with a word that asks in the place of what is left out.</summary>
    private static string InPlace(SupportWindow window, int start, int end, string asked) =>
        $"{window.Claim.Text[..start].TrimEnd()} {asked} {window.Claim.Text[end..].Trim().TrimEnd('.')}?".Trim();

    private static string Written(SupportWindow window, int start, int end) => window.Claim.Text[start..end];

    private static SlotQuestion About(string question, string claimed, List<(bool IsSaid, TextSpan Span)> kind) => new(
        question, claimed, [.. kind.Where(static pair => pair.IsSaid).Select(static pair => pair.Span)], [.. kind.Where(static pair => !pair.IsSaid).Select(static pair => pair.Span)]);

    private static TextSpan In(PassageSentence sentence, int start, int end) => new(sentence.Span.Start + start, sentence.Span.Start + end);
}
