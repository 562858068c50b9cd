using Assistant.Core;
using Assistant.Eval.Metrics;
using Assistant.Eval.Running;

namespace Assistant.Tests.Eval.Running;

public sealed class QuestionRunnerTests
{
    private readonly ScriptedSuite _script = new(4);

    [Fact]
    public async Task Records_a_hit_with_ranks_quotes_and_metrics()
    {
        _script.Answer(1, 1, 0, 2);

        var row = await _script.RunAsync(1);

        Assert.Null(row.Miss);
        Assert.Equal(new GoldRanks(Dense: 1, Lexical: null, Fused: 1, Reader: 1, Answer: 1), row.Ranks);
        Assert.Equal(["d1", "d0", "d2"], row.Retrieved);
        var citation = Assert.Single(row.Citations);
        Assert.Equal(("d1", "The answer is number 1.", true, true), (citation.DocumentId, citation.Quote, citation.IsExact, citation.OverlapsEvidence));
        Assert.Equal(ScriptedSuite.ArticleOf(1).Text, citation.PassageText);
        string[] perfect =
        [
            MetricName.AnswerSentenceHit, MetricName.TopQuoteHit, MetricName.Ndcg, MetricName.ExactMatch, MetricName.TokenF1,
            MetricName.ExactQuotes, MetricName.EvidencePrecision, MetricName.EvidenceRecall,
            "citation_recall[verbatim]", "citation_precision[verbatim]",
        ];
        Assert.All(perfect, metric => Assert.Equal(1, row.Metrics[metric]));
        Assert.Equal(0, row.Metrics[MetricName.WrongRefusal]);
        Assert.False(row.Metrics.ContainsKey(MetricName.FalseAnswer));
        Assert.Equal(2, row.Features["support"]);
        Assert.Equal(-1, row.TopReaderScore);
    }

    [Fact]
    public async Task A_wrong_refusal_still_says_that_the_best_quote_was_right()
    {
        _script.Refuse(2, 2, 0);

        var row = await _script.RunAsync(2);

        Assert.Equal(MissCause.WronglyRefused, row.Miss);
        Assert.Equal(0, row.Metrics[MetricName.AnswerSentenceHit]);
        Assert.Equal(1, row.Metrics[MetricName.TopQuoteHit]);
        Assert.Equal(1, row.Metrics[MetricName.WrongRefusal]);
        Assert.Equal(0, row.Metrics[MetricName.ExactMatch]);
        Assert.Equal(1, row.Metrics[MetricName.TopExactMatch]);
        Assert.Equal(1, row.Metrics[MetricName.TopTokenF1]);
    }

    [Fact]
    public async Task The_wrong_document_is_dropped_by_the_reader_and_ranks_below()
    {
        _script.Answer(1, 0, 1);

        var row = await _script.RunAsync(1);

        Assert.Equal(MissCause.DroppedByReader, row.Miss);
        Assert.Equal(2, row.Ranks.Reader);
        Assert.Null(row.Ranks.Answer);
        Assert.Equal(1 / Math.Log2(3), row.Metrics[MetricName.Ndcg], 12);
    }

    [Fact]
    public async Task An_answer_to_what_cannot_be_answered_is_a_false_one()
    {
        _script.Change(1, static question => question with
        {
            Answerable = false,
            Answers = [],
            Evidence = [],
            Qrels = new Dictionary<string, int>(),
        });
        _script.Answer(1, 1);

        var row = await _script.RunAsync(1);

        Assert.Equal(MissCause.WronglyAnswered, row.Miss);
        Assert.Equal(1, row.Metrics[MetricName.FalseAnswer]);
        Assert.False(row.Metrics.ContainsKey(MetricName.AnswerSentenceHit));
        Assert.False(row.Metrics.ContainsKey(MetricName.Ndcg));
    }

    [Theory]
    [InlineData("UNDERSPECIFIED", false)]
    [InlineData("PARTIAL", true)]
    public async Task Questions_reported_apart_are_in_no_rate_of_answers_and_refusals(string answerability, bool isAnswerable)
    {
        _script.Change(1, question => question with { Answerability = answerability, Answerable = isAnswerable });
        _script.Answer(1, 1);

        var row = await _script.RunAsync(1);

        Assert.True(row.IsReportedApart);
        Assert.Null(row.Miss);
        Assert.False(row.Metrics.ContainsKey(MetricName.FalseAnswer));
        Assert.False(row.Metrics.ContainsKey(MetricName.WrongRefusal));
        Assert.False(row.Metrics.ContainsKey(MetricName.AnswerSentenceHit));
        Assert.Equal(1, row.Metrics[MetricName.Ndcg]);
    }

    [Fact]
    public async Task Free_text_answers_are_not_scored_as_strings()
    {
        _script.Change(1, static question => question with { Answers = ["It is the one after naught."], Evidence = [] });
        _script.Answer(1, 1);

        var row = await _script.RunAsync(1);

        Assert.False(row.Metrics.ContainsKey(MetricName.ExactMatch));
        Assert.False(row.Metrics.ContainsKey(MetricName.AnswerSentenceHit));
        Assert.Null(row.Miss);
    }

    [Fact]
    public async Task A_quote_that_is_not_exact_is_told_from_outside()
    {
        _script.Answer(1, 1);
        _script.Replace(1, static answer => answer with { Citations = [answer.Citations[0] with { Quote = "The answer is number 7." }] });

        var row = await _script.RunAsync(1);

        Assert.Equal(MissCause.MisCited, row.Miss);
        Assert.Equal(0, row.Metrics[MetricName.ExactQuotes]);
        Assert.False(row.Citations[0].IsExact);
    }

    [Fact]
    public async Task A_document_outside_the_index_is_not_ingested()
    {
        _script.Refuse(1, 0);
        _script.System = _script.System with { IndexedArticleIds = new HashSet<string>() };

        Assert.Equal(MissCause.NotIngested, (await _script.RunAsync(1)).Miss);
    }

    [Fact]
    public async Task Evidence_cut_in_two_is_told()
    {
        _script.Answer(1, 0);
        _script.System = _script.System with
        {
            Chunk = static article => [ScriptedSuite.PassageOf(article, 0, 20), ScriptedSuite.PassageOf(article, 20, article.Text.Length)],
        };

        Assert.Equal(MissCause.SplitByChunking, (await _script.RunAsync(1)).Miss);
    }

    [Fact]
    public async Task What_the_system_throws_makes_the_question_unmeasured()
    {
        _script.Fail(1);

        var row = await _script.RunAsync(1);

        Assert.False(row.IsMeasured);
        Assert.StartsWith("KeyNotFoundException", row.Unmeasured, StringComparison.Ordinal);
        Assert.Empty(row.Metrics);
        Assert.Null(row.Status);
    }

    [Fact]
    public async Task A_system_that_reads_nothing_has_no_top_score()
    {
        _script.Refuse(1, 1);
        _script.Retrieve(1, []);
        _script.Replace(1, static answer => answer with { Retrieved = [], Best = null, Features = null, Confidence = 0 });

        var row = await _script.RunAsync(1);

        Assert.Null(row.TopReaderScore);
        Assert.Equal(MissCause.NotRetrieved, row.Miss);
        Assert.Equal(AnswerStatus.NoEvidence, row.Status);
        Assert.Empty(row.Features);
    }
}
