namespace Assistant.Core.Answering.Checking;

/// <summary>Tier one of the citation check: facts that must be in the cited passages, without a model.</summary>
/// <remarks>
/// A sentence of the passages, word for word, is supported. Else come what the passages contradict (quoted words, numbers with
/// units, dates, names, denials, exceptions and opposites, speakers, causes, what did happen, strength) and what shares hardly a
/// word with them, which nothing can overrule; then what is doubtful (whose and whereof it is, who did it, words that the
/// passages do not hold), and what is subtle (denials, sentences cut short), of which tier two decides. Pure and thread-safe.
/// </remarks>
public static class FactChecker
{
    private static readonly Func<SupportWindow, string?>[] Contradictions =
    [
        QuoteCheck.Contradiction, NumberCheck.Contradiction, DateCheck.Contradiction, NameCheck.Contradiction,
        NegationCheck.Contradiction, ParityCheck.Contradiction, InsertionCheck.Contradiction, AffirmationCheck.Contradiction,
        ExceptionCheck.Contradiction, OppositeCheck.Contradiction, UndoneCheck.Contradiction, VoteCheck.Contradiction, StanceCheck.Contradiction, PoleCheck.Contradiction,
        DirectionCheck.Contradiction, ParticleCheck.Contradiction,
        MeasureCheck.Contradiction, NumberPhraseCheck.Contradiction, NumberPairCheck.Contradiction, DatePairCheck.Contradiction, MeasureSlotCheck.Contradiction,
        ComparisonCheck.Contradiction, SpeakerCheck.Contradiction, CauseCheck.Contradiction, ConcessionCheck.Contradiction,
        RealityCheck.Contradiction, ConditionCheck.Contradiction, HearsayCheck.Contradiction, StrengthCheck.Contradiction, CoverageCheck.Contradiction,
    ];

    private static readonly Func<SupportWindow, string?>[] Doubts =
    [
        OwnerCheck.Contradiction, PairCheck.Contradiction, CohesionCheck.Contradiction, SlotCheck.Contradiction, NamePlaceCheck.Contradiction,
        SubjectCheck.Contradiction, RoleCheck.Contradiction, WholeCheck.Contradiction, KindCheck.Contradiction, CoverageCheck.Doubt,
    ];

    private static readonly Func<SupportWindow, string?>[] Subtleties = [DenialCheck.Contradiction, CutCheck.Contradiction];

    /// <summary>Checks a sentence against the passages it cites.</summary>
    /// <param name="sentence">The sentence without citation markers.</param>
    /// <param name="passages">The cited passages; none makes every claim unsupported.</param>
    public static CheckResult Check(string sentence, IReadOnlyList<CitedPassage> passages)
    {
        var window = SupportWindow.Of(sentence, passages);
        if (!window.Claim.Words.Any(static word => !word.IsFunction)) return new CheckResult(Verdict.NotAClaim, null, 1, -1, 0, 0);
        if (window.Claim.Words.All(static word => word.IsFunction || word.IsCapital || word.HasDigit)) return new CheckResult(Verdict.Unsupported, "it names things and says nothing of them", 0, -1, 0, 0);
        if (window.Chosen.Count == 0) return new CheckResult(Verdict.Unsupported, "it cites no passage", 0, -1, 0, 0);
        if (CopyOf(window, sentence) is { } copy) return new CheckResult(Verdict.Supported, null, 1, copy.Passage, copy.Span.Start, copy.Span.End) { IsCopy = true };
        var coverage = CoverageCheck.Share(window);
        var quote = QuoteOf(window);
        if (FirstOf(Contradictions, window) is { } contradiction) return quote with { Verdict = Verdict.Unsupported, Reason = contradiction, Coverage = coverage };
        if (FirstOf(Doubts, window) is { } doubt) return quote with { Verdict = Verdict.Partly, Reason = doubt, Coverage = coverage };
        return FirstOf(Subtleties, window) is { } subtlety
            ? quote with { Verdict = Verdict.Partly, Reason = subtlety, Coverage = coverage, IsSubtle = true }
            : quote with { Coverage = coverage };
    }

    /// <summary>The sentence of the passages that the claim repeats word for word; null for none.</summary>
    private static PassageSentence? CopyOf(SupportWindow window, string claim) =>
        window.All.FirstOrDefault(sentence => sentence.Text.AsSpan().Trim().Equals(claim.AsSpan().Trim(), StringComparison.OrdinalIgnoreCase));

    private static string? FirstOf(Func<SupportWindow, string?>[] checks, SupportWindow window) =>
        checks.Select(check => check(window)).FirstOrDefault(static reason => reason is not null);

    /// <summary>The span from the first to the last sentence of the passage that gives the claim its words, names, numbers and dates.</summary>
    private static CheckResult QuoteOf(SupportWindow window)
    {
        var passage = window.Chosen[0].Passage;
        var sentences = window.Chosen.Concat(Naming(window)).Concat(Measuring(window)).Where(sentence => sentence.Passage == passage).ToList();
        return new CheckResult(
            Verdict.Supported, null, 0, passage, sentences.Min(static sentence => sentence.Span.Start), sentences.Max(static sentence => sentence.Span.End));
    }

    private static IEnumerable<PassageSentence> Naming(SupportWindow window)
    {
        var chosen = window.Chosen.SelectMany(static sentence => sentence.Words).ToList();
        var unnamed = NameCheck.NamesOf(window).Where(name => !chosen.Exists(word => WordForms.AreSameName(name, word))).ToList();
        return window.Context.Where(sentence => unnamed.Exists(name => sentence.Words.Any(word => WordForms.AreSameName(name, word))));
    }

    private static IEnumerable<PassageSentence> Measuring(SupportWindow window)
    {
        var numbers = window.Claim.Quantities.Where(claimed => !window.Chosen.Any(sentence => sentence.Quantities.Any(claimed.Agrees)))
            .Select(claimed => window.Related.FirstOrDefault(sentence => sentence.Quantities.Any(claimed.Agrees)));
        var dates = window.Claim.Dates.Where(claimed => !window.Chosen.Any(sentence => window.IsDated(sentence, claimed)))
            .Select(claimed => window.Related.FirstOrDefault(sentence => window.IsDated(sentence, claimed)));
        return numbers.Concat(dates).OfType<PassageSentence>();
    }
}
