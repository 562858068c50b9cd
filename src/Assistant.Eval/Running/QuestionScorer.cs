using Assistant.Core;
using Assistant.Core.Answering;
using Assistant.Eval.Metrics;
using Assistant.Eval.Suites;

namespace Assistant.Eval.Running;

/// <summary>Scores one answer with every metric that applies to its question. Pure but for the judges.</summary>
/// <param name="documents">The suite's documents.</param>
/// <param name="judges">Who judges support.</param>
internal sealed class QuestionScorer(DocumentMap documents, IReadOnlyList<ISupportJudge> judges)
{
    private const int RecallDepth = 10;

    /// <summary>Metric values by name; a metric that does not apply is absent.</summary>
    /// <param name="question">The question and all that is known of its answer.</param>
    /// <param name="answer">What the product said.</param>
    /// <param name="union">The fused union, best first.</param>
    /// <param name="cancellationToken">Stops the judges.</param>
    public async Task<IReadOnlyDictionary<string, double>> ScoreAsync(
        SuiteQuestion question, Answer answer, IReadOnlyList<RankedPassage> union, CancellationToken cancellationToken)
    {
        var scores = new SortedDictionary<string, double>(StringComparer.Ordinal);
        AddRanking(scores, question, documents.Rank(answer.Retrieved), documents.Rank(union));
        AddStatus(scores, question, answer);
        AddAnswer(scores, question, answer);
        AddCitations(scores, question, answer);
        await AddSupportAsync(scores, answer, cancellationToken);
        return scores;
    }

    /// <summary>The question's accepted answers, if a gold document holds one word for word; else none: they are free text.</summary>
    public IReadOnlyList<string> VerbatimAnswers(SuiteQuestion question)
    {
        var texts = question.GoldDocuments.Select(documents.Find).OfType<Article>().Select(static article => article.Text).ToList();
        return question.Answers.Any(answer => texts.Exists(text => AnswerSentenceHit.Holds(text, answer)))
            ? question.Answers
            : [];
    }

    private static void AddRanking(
        SortedDictionary<string, double> scores, SuiteQuestion question, IReadOnlyList<string> read, IReadOnlyList<string> fused)
    {
        var ranking = JudgedRanking.Judge(read, question.Qrels);
        var before = JudgedRanking.Judge(fused, question.Qrels);
        Add(scores, MetricName.Ndcg, NormalizedDiscountedGain.Score(ranking));
        Add(scores, MetricName.Recall, RecallAtK.Score(ranking, RecallDepth));
        Add(scores, MetricName.FollowUpRecall, FollowUpRecall.Score(ranking, question.History.Count > 0));
        Add(scores, MetricName.ReciprocalRank, ReciprocalRank.Score(ranking));
        Add(scores, MetricName.AveragePrecision, AveragePrecision.Score(ranking));
        Add(scores, MetricName.FusedNdcg, NormalizedDiscountedGain.Score(before));
        Add(scores, MetricName.FusedRecall, RecallAtK.Score(before, RecallDepth));
    }

    private static void AddStatus(SortedDictionary<string, double> scores, SuiteQuestion question, Answer answer)
    {
        bool? isAnswerable = question.IsReportedApart ? null : question.Answerable;
        var isAnswered = answer.Status != AnswerStatus.NoEvidence;
        Add(scores, MetricName.FalseAnswer, FalseAnswerRate.Score(isAnswerable, isAnswered));
        Add(scores, MetricName.WrongRefusal, WrongRefusalRate.Score(isAnswerable, isAnswered));
    }

    private void AddAnswer(SortedDictionary<string, double> scores, SuiteQuestion question, Answer answer)
    {
        if (!question.Answerable || question.IsReportedApart) return;
        var answers = VerbatimAnswers(question);
        Add(scores, MetricName.ExactMatch, ExactMatch.Score(answer.ShortAnswer, answers));
        Add(scores, MetricName.TokenF1, TokenF1.Score(answer.ShortAnswer, answers));
        var span = answer.Best is { } place
            ? documents.Find(documents.IdOf(place.ArticleId))?.Text[place.SpanStart..place.SpanEnd]
            : null;
        Add(scores, MetricName.TopExactMatch, ExactMatch.Score(span, answers));
        Add(scores, MetricName.TopTokenF1, TokenF1.Score(span, answers));
        var best = Hit(question, answer.Best, answers);
        Add(scores, MetricName.TopQuoteHit, best);
        Add(scores, MetricName.AnswerSentenceHit, best is null || answer.Citations.Count > 0 ? best : 0);
    }

    /// <summary>By the answer span where evidence is marked, as the reference does; else by the sentence around it.</summary>
    private double? Hit(SuiteQuestion question, BestSentence? best, IReadOnlyList<string> answers)
    {
        var id = best is null ? "" : documents.IdOf(best.ArticleId);
        var span = best is null ? null : new DocumentSpan(id, best.SpanStart, best.SpanEnd);
        var sentence = best is null ? null : documents.Find(id)?.Text[best.Start..best.End];
        return AnswerSentenceHit.ScoreByEvidence(span, question.Evidence)
            ?? AnswerSentenceHit.ScoreByAnswers(sentence, answers);
    }

    private void AddCitations(SortedDictionary<string, double> scores, SuiteQuestion question, Answer answer)
    {
        Add(scores, MetricName.ExactQuotes, ExactQuotes.Score(
            [.. answer.Citations.Select(citation => (citation, documents.Find(documents.IdOf(citation.ArticleId))?.Text))]));
        if (!question.Answerable || question.IsReportedApart) return;
        IReadOnlyList<DocumentSpan> cited = [.. answer.Citations.Select(SpanOf)];
        Add(scores, MetricName.EvidencePrecision, EvidenceCitationPrecision.Score(cited, question.Evidence));
        Add(scores, MetricName.EvidenceRecall, EvidenceCitationRecall.Score(cited, question.Evidence));
    }

    private async Task AddSupportAsync(
        SortedDictionary<string, double> scores, Answer answer, CancellationToken cancellationToken)
    {
        var statements = answer.Sentences
            .Where(static sentence => sentence.Verdict != Verdict.NotAClaim)
            .Select(sentence => new CitedStatement(
                sentence.Text,
                [.. answer.Citations
                    .Where(citation => sentence.Citations.Contains(citation.Number))
                    .Select(static citation => citation.Quote)]))
            .ToList();
        foreach (var judge in judges)
        {
            Add(scores, MetricName.AlceRecall(judge), await AlceCitationRecall.ScoreAsync(statements, judge, cancellationToken));
            Add(scores, MetricName.AlcePrecision(judge), await AlceCitationPrecision.ScoreAsync(statements, judge, cancellationToken));
        }
    }

    private DocumentSpan SpanOf(Citation citation) =>
        new(documents.IdOf(citation.ArticleId), citation.Start, citation.End);

    private static void Add(SortedDictionary<string, double> scores, string name, double? value)
    {
        if (value is { } number) scores[name] = number;
    }
}
