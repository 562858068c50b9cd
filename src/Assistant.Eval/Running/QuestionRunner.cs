using Assistant.Core;
using Assistant.Core.Answering;
using Assistant.Eval.Metrics;
using Assistant.Eval.Suites;

namespace Assistant.Eval.Running;

/// <summary>Asks one question and records everything about its answer.</summary>
internal sealed class QuestionRunner(Suite suite, EvaluatedSystem system, TimeProvider clock)
{
    private readonly DocumentMap _documents = new(suite);
    private readonly QuestionScorer _scorer = new(new DocumentMap(suite), system.Judges);

    /// <summary>Runs a question; whatever the system throws becomes the row's unmeasured reason.</summary>
    /// <exception cref="OperationCanceledException">Cancelled; there is no row.</exception>
    public async Task<QuestionResult> RunAsync(SuiteQuestion question, CancellationToken cancellationToken)
    {
        var row = Describe(question);
        try
        {
            return await MeasureAsync(row, question, cancellationToken);
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            return row with { Unmeasured = $"{exception.GetType().Name}: {exception.Message}" };
        }
    }

    private static QuestionResult Describe(SuiteQuestion question) => new()
    {
        Id = question.Id,
        Question = question.Text,
        Kind = question.Kind,
        Group = question.Group,
        Split = question.Split,
        Answerable = question.Answerable,
        Answerability = question.Answerability,
        HasHistory = question.History.Count > 0,
        ExpectedAnswers = question.Answers,
        Evidence = [.. question.Evidence.Select(static evidence => evidence.Text)],
        Qrels = new SortedDictionary<string, int>(question.Qrels.ToDictionary(), StringComparer.Ordinal),
    };

    private async Task<QuestionResult> MeasureAsync(
        QuestionResult row, SuiteQuestion question, CancellationToken cancellationToken)
    {
        var asked = new Question { Text = question.Text, History = question.History };
        var began = clock.GetTimestamp();
        var answer = await system.AnswerAsync(asked, cancellationToken);
        var latency = clock.GetElapsedTime(began);
        var union = await system.RetrieveAsync(asked, cancellationToken);
        var measured = row with
        {
            StandaloneQuestion = answer.StandaloneQuestion,
            Status = answer.Status,
            ShortAnswer = answer.ShortAnswer,
            Text = answer.Text,
            Citations = [.. answer.Citations.Select(citation => Quote(citation, question, answer))],
            Retrieved = _documents.Rank(answer.Retrieved),
            Ranks = StageRanking.Of(question, union, answer, _documents),
            Confidence = answer.Confidence,
            TopReaderScore = answer.Retrieved.Max(static passage => passage.ReaderScore),
            Features = FeaturesOf(answer),
            Metrics = await _scorer.ScoreAsync(question, answer, union, cancellationToken),
            LatencyMs = Math.Round(latency.TotalMilliseconds, 1),
        };
        return measured with { Miss = FindMiss(measured, question) };
    }

    private static Dictionary<string, double> FeaturesOf(Answer answer) => answer.Features is { } features
        ? AnswerFeatures.Names.Zip(features.ToArray()).ToDictionary(static pair => pair.First, static pair => pair.Second)
        : [];

    private CitedQuote Quote(Citation citation, SuiteQuestion question, Answer answer)
    {
        var id = _documents.IdOf(citation.ArticleId);
        var passage = answer.Retrieved.FirstOrDefault(passage => passage.PassageId == citation.PassageId);
        return new CitedQuote
        {
            Number = citation.Number,
            DocumentId = id,
            Title = citation.Title,
            Start = citation.Start,
            End = citation.End,
            Quote = citation.Quote,
            PassageStart = passage?.Start ?? 0,
            PassageText = passage?.Text ?? "",
            IsExact = ExactQuotes.Score([(citation, _documents.Find(id)?.Text)]) > 0,
            OverlapsEvidence = question.Evidence.Count == 0
                ? null
                : question.Evidence.Any(evidence => EvidenceOverlap.Covers(new(id, citation.Start, citation.End), evidence)),
        };
    }

    private MissCause? FindMiss(QuestionResult row, SuiteQuestion question)
    {
        if (row is { IsReportedApart: true, Answerable: false }) return null;
        var facts = new MissFacts
        {
            IsAnswerable = question.Answerable,
            IsAnswered = row.Status != AnswerStatus.NoEvidence,
            IsHit = row.Metrics.TryGetValue(MetricName.AnswerSentenceHit, out var hit) ? hit > 0 : null,
            HoldsAnswer = HoldsAnswer(row, question),
            IsQuotedExactly = row.Citations.All(static citation => citation.IsExact),
            IsIngested = question.GoldDocuments.Any(IsIndexed),
            Ranks = row.Ranks,
        };
        var cause = MissAnalysis.Find(facts);
        var mayBeSplit = question.Answerable && cause is not (null or MissCause.MisCited or MissCause.NotIngested);
        return mayBeSplit && ChunkBoundaries.Split(question, _documents, system.Chunk)
            ? MissAnalysis.Find(facts with { IsSplit = true })
            : cause;
    }

    private bool IsIndexed(string documentId) =>
        _documents.Find(documentId) is { } article && system.IndexedArticleIds.Contains(article.Id);

    private bool HoldsAnswer(QuestionResult row, SuiteQuestion question) =>
        row.Citations.Count > 0
        && _scorer.VerbatimAnswers(question).Any(answer => AnswerSentenceHit.Holds(row.Citations[0].Quote, answer));
}
