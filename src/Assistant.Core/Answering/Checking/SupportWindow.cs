using Assistant.Core.Ingestion;

namespace Assistant.Core.Answering.Checking;

/// <summary>The sentences of the cited passages that a claim stands on: as few as cover its words.</summary>
/// <remarks>Immutable and thread-safe; deterministic, ties by position.</remarks>
internal sealed class SupportWindow
{
    private const int MaximumSentences = 3;
    private const int MinimumNewWords = 2;

    private SupportWindow(ClaimText claim, IReadOnlyList<PassageSentence> all, IReadOnlyList<TextWord> title, DateOnly? published)
    {
        Claim = claim;
        All = all;
        Title = title;
        Published = published;
        Content = [.. claim.Words.Where(word => !word.IsFunction && !claim.IsMeasured(word))];
        Chosen = Choose();
        Context = [.. Chosen.SelectMany(ContextOf).Except(Chosen).Distinct()];
        YearsNamed = All.SelectMany(static sentence => sentence.Dates).Select(static date => date.Year).OfType<int>().ToHashSet();
    }

    /// <summary>The claim.</summary>
    public ClaimText Claim { get; }

    /// <summary>All sentences of the cited passages, in order.</summary>
    public IReadOnlyList<PassageSentence> All { get; }

    /// <summary>Words of the cited articles' titles.</summary>
    public IReadOnlyList<TextWord> Title { get; }

    /// <summary>Date of the first cited article.</summary>
    public DateOnly? Published { get; }

    /// <summary>The claim's content words, numbers and dates left out.</summary>
    public IReadOnlyList<TextWord> Content { get; }

    /// <summary>The sentences that the claim stands on, the one that covers most first; empty without passages.</summary>
    public IReadOnlyList<PassageSentence> Chosen { get; }

    /// <summary>Sentences before the chosen ones that say who "he" is.</summary>
    public IReadOnlyList<PassageSentence> Context { get; }

    /// <summary>Years that the passages name.</summary>
    public IReadOnlySet<int> YearsNamed { get; }

    /// <summary>The chosen sentences and their context.</summary>
    public IEnumerable<PassageSentence> Sentences => Chosen.Concat(Context);

    /// <summary>The sentences that may give the claim a number or a date: those it stands on, and others that share with it two words that are no names, or two numbers.</summary>
    public IEnumerable<PassageSentence> Related => Sentences.Union(All.Where(sentence =>
        Content.Count(word => !word.IsCapital && sentence.Holds(word)) >= MinimumNewWords || Claim.Quantities.Count(claimed => sentence.Quantities.Any(claimed.Agrees)) > 1));

    /// <summary>Lays the claim beside the passages.</summary>
    public static SupportWindow Of(string sentence, IReadOnlyList<CitedPassage> passages)
    {
        var published = passages.Select(static passage => DateOf(passage)).FirstOrDefault(static date => date is not null);
        var all = new List<PassageSentence>();
        foreach (var (index, passage) in passages.Index())
        {
            all.AddRange(SentenceSplitter.Split(passage.Text).Select((span, order) => (span, order)).ToList()
                .ConvertAll(pair => Read(passage, index, all.Count + pair.order, pair.span)));
        }

        return new SupportWindow(
            new ClaimText(sentence, published), all, [.. passages.SelectMany(static passage => TextWords.Split(passage.Title))], published);
    }

    /// <summary>Whether the sentences the claim stands on, or a title, hold a word like this one, or what it abbreviates.</summary>
    public bool Covers(TextWord word) =>
        Sentences.Any(sentence => sentence.Holds(word)) || Title.Any(other => WordForms.AreSimilar(word, other)) || IsInPair(word) || IsDeniedOpposite(word)
        || (word.IsCapital && (NameCheck.IsTopic(this, word) || Sentences.Any(sentence => sentence.Words.Any(other => WordForms.AreSameName(word, other)))))
        || (word.IsCapital && NameCheck.IsAbbreviated(word, this, [.. Sentences.SelectMany(static sentence => sentence.Words)]));

    /// <summary>"unknown", where the passages have "not known", and the other way round.</summary>
    private bool IsDeniedOpposite(TextWord word)
    {
        if (word.IsCapital) return false;
        var isDenied = Claim.Polarity.Denies(word);
        return (isDenied ? Chosen : Sentences).Any(sentence => sentence.Words.Any(other => OppositeCheck.AreOpposites(word, other) && sentence.Polarity.Denies(other) != isDenied));
    }

    /// <summary>The claim calls a thing ("central bank") as another sentence of the passages does.</summary>
    public bool IsInPair(TextWord word) => Pairs(Claim.Words).Where(pair => pair.First == word || pair.Second == word)
        .Any(claimed => All.Any(sentence => Pairs(sentence.Words).Any(said => WordForms.AreForms(claimed.First, said.First) && WordForms.AreForms(claimed.Second, said.Second)))
            && Sentences.Any(sentence => sentence.Holds(claimed.First == word ? claimed.Second : claimed.First)));

    /// <summary>A date of the sentence says the claimed one.</summary>
    public bool IsDated(PassageSentence sentence, CalendarMention claimed) => sentence.Dates.Any(other => Says(other, claimed));

    /// <summary>A date of the passages says the claimed one.</summary>
    public bool Says(CalendarMention other, CalendarMention claimed) => claimed.FollowsFrom(other, Published, YearsNamed);

    private static IEnumerable<(TextWord First, TextWord Second)> Pairs(IReadOnlyList<TextWord> words) =>
        words.Zip(words.Skip(1)).Where(static pair => !pair.First.IsFunction && !pair.Second.IsFunction && !pair.Second.IsClauseStart);

    /// <summary>The share of the words that the others hold, in [0, 1]; 1 for no words.</summary>
    public static double Share(IReadOnlyCollection<TextWord> words, IReadOnlyList<TextWord> others) =>
        words.Count == 0 ? 1 : words.Count(word => others.Any(other => WordForms.AreSimilar(word, other))) / (double)words.Count;

    /// <summary>The sentence that holds most of the words; null without sentences.</summary>
    public PassageSentence? BestFor(IReadOnlyCollection<TextWord> words) =>
        All.OrderByDescending(sentence => words.Count(word => sentence.Holds(word))).ThenBy(static sentence => sentence.Index).FirstOrDefault();

    /// <summary>The sentence before, when this one leans on it.</summary>
    public IEnumerable<PassageSentence> ContextOf(PassageSentence sentence)
    {
        for (var back = 1; back <= 2 && sentence.Index >= back; back++)
        {
            var before = All[sentence.Index - back];
            if (!All[sentence.Index - back + 1].LeansOnContext || before.Passage != sentence.Passage) yield break;
            yield return before;
        }
    }

    private static DateOnly? DateOf(CitedPassage passage) =>
        passage.PublishedAt is { } date ? DateOnly.FromDateTime(date.UtcDateTime) : null;

    private static PassageSentence Read(CitedPassage passage, int index, int position, TextSpan span)
    {
        var text = passage.Text[span.Start..span.End];
        var before = passage.Text[..span.Start];
        var dates = CalendarParser.Parse(text, DateOf(passage));
        var earlier = CalendarParser.Parse(before, DateOf(passage)).LastOrDefault(static date => !date.IsSpan && date.Day is not null);
        dates = earlier is null ? dates : CalendarParser.ResolveSpans(text, dates, earlier, DateOf(passage));
        return new PassageSentence(
            index, position, span, text, TextWords.Split(text),
            QuantityParser.Parse(text, [.. dates.Where(static date => !date.IsSpan)]), dates);
    }

    private List<PassageSentence> Choose()
    {
        var chosen = new List<PassageSentence>();
        var open = Content.ToList();
        while (chosen.Count < MaximumSentences)
        {
            var best = All.Except(chosen)
                .Select(sentence => (Sentence: sentence, Score: Score(sentence, open)))
                .OrderByDescending(static pair => pair.Score).ThenBy(static pair => pair.Sentence.Index).FirstOrDefault();
            if (best.Sentence is null || (chosen.Count > 0 && !Adds(best.Sentence, chosen, open))) break;
            chosen.Add(best.Sentence);
            open.RemoveAll(word => best.Sentence.Holds(word));
        }

        return chosen;
    }

    private double Score(PassageSentence sentence, List<TextWord> open) =>
        open.Count(word => sentence.Holds(word))
        + (1.0 * Claim.Quantities.Count(claimed => sentence.Quantities.Any(claimed.Agrees)))
        + Claim.Dates.Count(claimed => sentence.Dates.Any(said => claimed.Day is not null && claimed.Day == said.Day && claimed.Month == said.Month));

    /// <summary>A further sentence must add words that are not names, or a number or date, or go on from a chosen one.</summary>
    private bool Adds(PassageSentence sentence, List<PassageSentence> chosen, List<TextWord> open)
    {
        var plain = open.Count(word => !word.IsCapital && sentence.Holds(word));
        if (plain >= MinimumNewWords) return true;
        if (plain == 1 && (AddsMeasure(sentence, chosen) || AddsPart(sentence, open))) return true;
        var goesOn = sentence.LeansOnContext && chosen.Exists(other => other.Index == sentence.Index - 1 && other.Passage == sentence.Passage);
        return goesOn && open.Count(word => sentence.Holds(word)) >= MinimumNewWords;
    }

    /// <summary>All content words of a part of the claim are open, and here.</summary>
    private bool AddsPart(PassageSentence sentence, List<TextWord> open) => Claim.Parts.Any(part =>
    {
        var words = part.Words.Where(Content.Contains).ToList();
        return words.Count > 0 && words.TrueForAll(word => open.Contains(word) && sentence.Holds(word));
    });

    private bool AddsMeasure(PassageSentence sentence, List<PassageSentence> chosen) =>
        Claim.Quantities.Any(claimed => sentence.Quantities.Any(claimed.Agrees) && !chosen.Exists(other => other.Quantities.Any(claimed.Agrees)))
        || (sentence.Dates.Count > 0 && Claim.Dates.Count > 0 && chosen.TrueForAll(static other => other.Dates.Count == 0));
}
