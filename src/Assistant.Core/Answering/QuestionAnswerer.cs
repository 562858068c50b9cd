using System.Security.Cryptography;
using Assistant.Core.Indexing;
using Assistant.Core.Retrieval;
using Assistant.Inference;

namespace Assistant.Core.Answering;

/// <summary>Answers a question from the articles of an index, or says that they do not answer it.</summary>
/// <remarks>
/// START HERE for the way from question to answer: stand-alone query → retrieval → reader → gate → quotes. Every branch of
/// that way is in this file. Thread-safe.
/// </remarks>
public sealed class QuestionAnswerer
{
    /// <summary>Longest question that is answered, in UTF-16 code units.</summary>
    public const int MaximumQuestionLength = 2000;

    private readonly IPassageIndex _index;
    private readonly Retriever _retriever;
    private readonly ReaderModel _reader;
    private readonly AssistantOptions _options;
    private readonly TimeProvider _clock;
    private readonly AnswerabilityGate _gate;
    private readonly ExtractiveAnswerer _extractive;

    /// <summary>Creates an answerer over an index.</summary>
    public QuestionAnswerer(
        IPassageIndex index, Retriever retriever, ReaderModel reader, AssistantOptions options, TimeProvider clock)
    {
        _index = index;
        _retriever = retriever;
        _reader = reader;
        _options = options;
        _clock = clock;
        _gate = new AnswerabilityGate(Calibration.Load(), options.Answering);
        _extractive = new ExtractiveAnswerer(_gate, options.Answering);
    }

    /// <summary>Answers a question.</summary>
    /// <param name="question">The question; its text is not blank and at most <see cref="MaximumQuestionLength"/> long.</param>
    /// <param name="cancellationToken">Cancels the work; nothing is kept.</param>
    /// <returns>An answer whose every citation is exact, or one with the status <c>no_evidence</c>.</returns>
    /// <exception cref="ArgumentException">The question is blank or too long.</exception>
    public async Task<Answer> AnswerAsync(Question question, CancellationToken cancellationToken)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(question.Text);
        if (question.Text.Length > MaximumQuestionLength)
            throw new ArgumentException($"The question is longer than {MaximumQuestionLength} characters; shorten it.", nameof(question));

        var began = _clock.GetTimestamp();
        var standalone = FollowUpRule.Resolve(question);
        var retrieval = await _retriever.RetrieveAsync(standalone.SearchText, question.Filter, cancellationToken);
        var retrieved = _clock.GetTimestamp();

        var passages = retrieval.Passages.Where(IsReadable).Take(_options.Retrieval.ReaderCount).ToList();
        var readings = _reader.Read(
            standalone.ReaderText,
            [.. passages.Select(static passage => new ReaderPassage(passage.Title, passage.Text))],
            cancellationToken);
        passages = [.. passages.Zip(readings, static (passage, reading) => passage with { ReaderScore = reading.SupportLogit })];
        var ranked = SentenceRanker.Rank(standalone.ReaderText, passages, readings);
        var citations = ranked.Count > 0 && _gate.Passes(ranked[0])
            ? _extractive.Cite(ranked, await GetArticlesAsync(ranked, cancellationToken))
            : [];
        var finished = _clock.GetTimestamp();

        var answer = new Answer
        {
            Id = NewId(),
            Question = question.Text,
            StandaloneQuestion = standalone.ReaderText,
            Status = citations.Count > 0 ? AnswerStatus.Answered : AnswerStatus.NoEvidence,
            Text = string.Empty,
            Retrieved = OrderByAnswer(ranked, passages),
            Confidence = ranked.Count > 0 ? _gate.Probability(ranked[0]) : 0,
            Features = ranked.Count > 0 ? ranked[0].Features : null,
            Best = ranked.Count > 0 ? BestSentence.Of(ranked[0]) : null,
            Timings = new AnswerTimings(Milliseconds(began, retrieved), Milliseconds(retrieved, finished), Milliseconds(began, finished)),
        };
        return citations.Count > 0
            ? WithCitations(answer, citations, ranked, retrieval)
            : WithoutEvidence(answer, ranked, retrieval);
    }

    private static bool IsReadable(RankedPassage passage) => passage.Language is "und" or "en";

    private async Task<IReadOnlyDictionary<string, Article>> GetArticlesAsync(
        IEnumerable<SentenceCandidate> ranked, CancellationToken cancellationToken)
    {
        var articles = new Dictionary<string, Article>(StringComparer.Ordinal);
        foreach (var passage in ranked.Select(static candidate => candidate.Passage).DistinctBy(static passage => passage.ArticleId))
        {
            if (await _index.GetArticleAsync(passage.ArticleId, passage.Revision, cancellationToken) is { } article)
                articles.Add(article.Id, article);
        }

        return articles;
    }

    /// <summary>The read passages in the order of their best sentence; those without one last.</summary>
    private static IReadOnlyList<RankedPassage> OrderByAnswer(
        IReadOnlyList<SentenceCandidate> ranked, IReadOnlyList<RankedPassage> passages) =>
        [.. ranked.Select(static candidate => candidate.Passage).Concat(passages).DistinctBy(static passage => passage.PassageId)];

    private static Answer WithCitations(
        Answer answer, IReadOnlyList<Citation> citations, IReadOnlyList<SentenceCandidate> ranked, RetrievalResult retrieval)
    {
        var first = ranked.First(candidate => Holds(citations[0], candidate));
        var sentences = citations.Select(ExtractiveAnswerer.ToSentence).ToList();
        if (NoteOnUndated(retrieval) is { } note) sentences.Add(new AnswerSentence(note, [], Verdict.NotAClaim));
        return answer with
        {
            ShortAnswer = ExtractiveAnswerer.OneLine(first.Passage.Text[first.Span.Start..first.Span.End]),
            Text = string.Join(' ', sentences.Select(static sentence => sentence.Text)),
            Sentences = sentences,
            Citations = citations,
        };
    }

    private static bool Holds(Citation citation, SentenceCandidate candidate) =>
        candidate.Passage.PassageId == citation.PassageId
        && candidate.Passage.Start + candidate.Sentence.Start >= citation.Start
        && candidate.Passage.Start + candidate.Sentence.End <= citation.End;

    private static Answer WithoutEvidence(
        Answer answer, IReadOnlyList<SentenceCandidate> ranked, RetrievalResult retrieval)
    {
        var parts = new List<string> { retrieval.Passages.Count == 0 ? "There are no articles to search." : "The articles do not say." };
        var missing = MissingEverywhere(ranked);
        if (missing.Count > 0)
            parts.Add($"No passage that was found mentions {string.Join(", ", missing.Select(static name => $"“{name}”"))}.");
        if (NoteOnUndated(retrieval) is { } note) parts.Add(note);
        var isForeign = retrieval.Passages.Count > 0 && !retrieval.Passages.Any(IsReadable);
        return answer with
        {
            Text = string.Join(' ', parts),
            Retrieved = isForeign ? [.. retrieval.Passages.Take(3)] : answer.Retrieved,
            Degraded = isForeign ? "Only English articles are answered from; the nearest passages are in another language." : null,
        };
    }

    private static IReadOnlyList<string> MissingEverywhere(IReadOnlyList<SentenceCandidate> ranked) =>
        ranked.Count == 0
            ? []
            : [.. ranked[0].MissingNames.Where(name => ranked.All(candidate => candidate.MissingNames.Contains(name)))];

    private static string? NoteOnUndated(RetrievalResult retrieval) => retrieval.UndatedLeftOut switch
    {
        0 => null,
        1 => "One article without a date was left out.",
        var count => $"{count} articles without a date were left out.",
    };

    private static string NewId() => Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(16));

    private double Milliseconds(long start, long end) => _clock.GetElapsedTime(start, end).TotalMilliseconds;
}
