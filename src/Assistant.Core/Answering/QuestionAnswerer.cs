using System.Runtime.CompilerServices;
using System.Security.Cryptography;
using Assistant.Core.Indexing;
using Assistant.Core.Observability;
using Assistant.Core.Retrieval;
using Assistant.Inference;

namespace Assistant.Core.Answering;

/// <summary>Answers a question from the articles of an index, or says that they do not answer it.</summary>
/// <remarks>
/// START HERE for the way from question to answer: stand-alone query → retrieval → reader → quotes → gate. Every branch of
/// that way is in this file. Thread-safe.
/// </remarks>
public sealed class QuestionAnswerer
{
    /// <summary>Longest question that is answered, in UTF-16 code units.</summary>
    public const int MaximumQuestionLength = 2000;

    private const int NearestCount = 3;

    private readonly Retriever _retriever;
    private readonly ReaderModel _reader;
    private readonly AssistantOptions _options;
    private readonly TimeProvider _clock;
    private readonly AnswerabilityGate _gate;
    private readonly QuoteRanker _quotes;
    private readonly ExtractiveAnswerer _extractive;
    private readonly Generator? _generator;
    private readonly IPassageIndex _index;

    /// <summary>Creates an answerer over an index; without a generator answers are quotes.</summary>
    public QuestionAnswerer(
        IPassageIndex index, Retriever retriever, ReaderModel reader, AssistantOptions options, TimeProvider clock, Generator? generator = null)
    {
        _generator = generator;
        _index = index;
        _retriever = retriever;
        _reader = reader;
        _options = options;
        _clock = clock;
        _gate = new AnswerabilityGate(Calibration.Load(), options.Answering);
        _quotes = new QuoteRanker(index, reader);
        _extractive = new ExtractiveAnswerer(_gate);
    }

    /// <summary>Answers a question.</summary>
    /// <param name="question">The question; its text is not blank and at most <see cref="MaximumQuestionLength"/> long.</param>
    /// <param name="cancellationToken">Cancels the work; nothing is kept.</param>
    /// <returns>An answer whose every citation is exact, or one with the status <c>no_evidence</c>.</returns>
    /// <exception cref="ArgumentException">The question is blank or too long.</exception>
    public async Task<Answer> AnswerAsync(Question question, CancellationToken cancellationToken)
    {
        Answer? answer = null;
        await foreach (var happened in AnswerStreamAsync(question, cancellationToken))
            if (happened is AnswerCompleted completed) answer = completed.Answer;
        return answer!;
    }

    /// <summary>The same, telling each step as soon as it is known.</summary>
    /// <param name="question">The question; its text is not blank and at most <see cref="MaximumQuestionLength"/> long.</param>
    /// <param name="cancellationToken">Cancels the work; nothing is kept.</param>
    /// <returns>Events in the order that <see cref="AnswerEvent"/> tells; the last one has the answer.</returns>
    /// <exception cref="ArgumentException">The question is blank or too long.</exception>
    public IAsyncEnumerable<AnswerEvent> AnswerStreamAsync(Question question, CancellationToken cancellationToken)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(question.Text);
        if (question.Text.Length > MaximumQuestionLength)
            throw new ArgumentException($"The question is longer than {MaximumQuestionLength} characters; shorten it.", nameof(question));
        return StreamAsync(question, cancellationToken);
    }

    private async IAsyncEnumerable<AnswerEvent> StreamAsync(
        Question question, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var began = _clock.GetTimestamp();
        var standalone = await ResolveAsync(question, cancellationToken);
        var retrieval = await RetrieveAsync(standalone, question.Filter, cancellationToken);
        var retrieved = _clock.GetTimestamp();
        var passages = retrieval.Passages.Where(IsReadable).Take(_options.Retrieval.ReaderCount).ToList();
        yield return new PassagesRetrieved(passages);

        var answer = await ReadAsync(question, standalone, retrieval, passages, cancellationToken);
        var finished = _clock.GetTimestamp();
        answer = answer with
        {
            Timings = new AnswerTimings(Milliseconds(began, retrieved), Milliseconds(retrieved, finished), Milliseconds(began, finished)),
        };
        await foreach (var happened in FinishAsync(question, answer, began, cancellationToken)) yield return happened;
    }

    /// <summary>Lets the chat model write on what was found, when there is one and something was; else tells the quotes.</summary>
    private async IAsyncEnumerable<AnswerEvent> FinishAsync(
        Question question, Answer answer, long began, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var sentences = 0;
        if (_generator is { } generator && question.Mode != AnswerMode.Extractive && answer.Status != AnswerStatus.NoEvidence)
        {
            var articles = await GetArticlesAsync(answer.Retrieved, cancellationToken);
            await foreach (var happened in generator.Answerer.WriteAsync(answer, articles, cancellationToken))
            {
                if (happened is AnswerCompleted completed)
                {
                    answer = completed.Answer;
                    continue;
                }

                sentences++;
                yield return happened;
            }

            answer = answer with { Timings = answer.Timings with { TotalMilliseconds = Milliseconds(began, _clock.GetTimestamp()) } };
        }
        else if (question.Mode == AnswerMode.Generative && _generator is null)
        {
            answer = answer with { Degraded = answer.Degraded ?? "No chat model is configured; these are quotes." };
        }

        AssistantTelemetry.Count(answer);
        foreach (var sentence in sentences == 0 ? ToEvents(answer) : []) yield return sentence;
        yield return new AnswerCompleted(answer);
    }

    /// <summary>The question made to stand alone: by the chat model where one may be asked, else by rule.</summary>
    private async Task<StandaloneQuestion> ResolveAsync(Question question, CancellationToken cancellationToken)
    {
        if (question.History.Count == 0) return FollowUpRule.Resolve(question);
        using var stage = AssistantTelemetry.Begin("rewrite");
        var standalone = _generator is null || question.Mode == AnswerMode.Extractive
            ? FollowUpRule.Resolve(question) : await _generator.Rewriter.RewriteAsync(question, cancellationToken);
        stage.Tag("turns", question.History.Count);
        stage.Tag("rewritten", standalone.ReaderText != question.Text);
        return standalone;
    }

    private async Task<RetrievalResult> RetrieveAsync(
        StandaloneQuestion standalone, PassageFilter filter, CancellationToken cancellationToken)
    {
        using var stage = AssistantTelemetry.Begin("retrieve");
        var retrieval = await _retriever.RetrieveAsync(standalone.SearchText, filter, cancellationToken);
        stage.Tag("passages", retrieval.Passages.Count);
        return retrieval;
    }

    private async Task<Answer> ReadAsync(
        Question question,
        StandaloneQuestion standalone,
        RetrievalResult retrieval,
        List<RankedPassage> passages,
        CancellationToken cancellationToken)
    {
        using var stage = AssistantTelemetry.Begin("read");
        stage.Tag("passages", passages.Count);
        var readings = _reader.Read(
            standalone.ReaderText,
            [.. passages.Select(static passage => new ReaderPassage(passage.Title, passage.Text))],
            cancellationToken);
        passages = [.. passages.Zip(readings, static (passage, reading) => passage with { ReaderScore = reading.SupportLogit })];
        var absentNames = QuestionNames.Of(standalone.ReaderText).AbsentFrom(passages.Select(QuestionNames.ContextOf));
        var sentences = SentenceRanker.Rank(passages, readings);
        var ranked = await _quotes.RankAsync(standalone.ReaderText, sentences, absentNames.Count, cancellationToken);
        var chosen = _extractive.Choose(ranked, question.MaxCitations ?? _options.Answering.MaxCitations);
        stage.Tag("citations", chosen.Count);
        var answer = new Answer
        {
            Id = NewId(),
            Question = question.Text,
            StandaloneQuestion = standalone.ReaderText,
            Status = chosen.Count > 0 ? AnswerStatus.Answered : AnswerStatus.NoEvidence,
            Text = string.Empty,
            Retrieved = InOrderOfUse(ranked, sentences, passages),
            Confidence = ranked.Count > 0 ? _gate.Probability(ranked[0]) : 0,
            Features = ranked.Count > 0 ? ranked[0].Features : null,
            Best = ranked.Count > 0 ? BestSentence.Of(ranked[0].Sentence) : null,
            Timings = new AnswerTimings(0, 0, 0),
        };
        return chosen.Count > 0
            ? WithCitations(answer, chosen, retrieval)
            : WithoutEvidence(answer, absentNames, retrieval);
    }

    private async Task<IReadOnlyDictionary<string, Article>> GetArticlesAsync(
        IEnumerable<RankedPassage> passages, CancellationToken cancellationToken)
    {
        var articles = new Dictionary<string, Article>(StringComparer.Ordinal);
        foreach (var passage in passages.DistinctBy(static passage => passage.ArticleId))
        {
            if (await _index.GetArticleAsync(passage.ArticleId, passage.Revision, cancellationToken) is { } article)
                articles.Add(article.Id, article);
        }

        return articles;
    }

    private static IEnumerable<SentenceChecked> ToEvents(Answer answer)
    {
        var told = new HashSet<int>();
        foreach (var sentence in answer.Sentences)
        {
            var cited = answer.Citations.Where(citation => sentence.Citations.Contains(citation.Number) && told.Add(citation.Number));
            yield return new SentenceChecked(sentence, [.. cited]);
        }
    }

    private static bool IsReadable(RankedPassage passage) => passage.Language == "en";

    /// <summary>The read passages: first those of the best quotes, then those of the best sentences, then the rest.</summary>
    private static IReadOnlyList<RankedPassage> InOrderOfUse(
        IEnumerable<AnswerCandidate> quotes, IEnumerable<SentenceCandidate> sentences, IEnumerable<RankedPassage> passages) =>
    [
        .. quotes.Select(static quote => quote.Passage)
            .Concat(sentences.Select(static sentence => sentence.Passage))
            .Concat(passages)
            .DistinctBy(static passage => passage.PassageId),
    ];

    private static Answer WithCitations(Answer answer, IReadOnlyList<AnswerCandidate> chosen, RetrievalResult retrieval)
    {
        var citations = chosen.Select(ExtractiveAnswerer.ToCitation).ToList();
        var sentences = citations.Select(ExtractiveAnswerer.ToSentence).ToList();
        if (NoteOnUndated(retrieval) is { } note) sentences.Add(new AnswerSentence(note, [], Verdict.NotAClaim));
        return answer with
        {
            ShortAnswer = ExtractiveAnswerer.OneLine(chosen[0].ShortAnswer),
            Text = string.Join(' ', sentences.Select(static sentence => sentence.Text)),
            Sentences = sentences,
            Citations = citations,
        };
    }

    private static Answer WithoutEvidence(Answer answer, IReadOnlyList<string> absentNames, RetrievalResult retrieval)
    {
        var parts = new List<string> { retrieval.Passages.Count == 0 ? "There are no articles to search." : "The articles do not say." };
        if (answer.Retrieved.Count > 0 && absentNames.Count > 0)
            parts.Add($"No passage that was found mentions {string.Join(", ", absentNames.Select(static name => $"“{name}”"))}.");
        if (NoteOnUndated(retrieval) is { } note) parts.Add(note);
        var isForeign = retrieval.Passages.Count > 0 && !retrieval.Passages.Any(IsReadable);
        return answer with
        {
            Text = string.Join(' ', parts),
            Retrieved = isForeign ? [.. retrieval.Passages.Take(NearestCount)] : answer.Retrieved,
            Degraded = isForeign ? "Only English articles are answered from; the nearest passages are in another language." : null,
        };
    }

    private static string? NoteOnUndated(RetrievalResult retrieval) => retrieval.UndatedLeftOut switch
    {
        0 => null,
        1 => "One article without a date was left out.",
        var count => $"{count} articles without a date were left out.",
    };

    private static string NewId() => Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(16));

    private double Milliseconds(long start, long end) => _clock.GetElapsedTime(start, end).TotalMilliseconds;
}
