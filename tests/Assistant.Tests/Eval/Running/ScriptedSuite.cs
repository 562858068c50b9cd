using Assistant.Core;
using Assistant.Core.Answering;
using Assistant.Eval.Metrics;
using Assistant.Eval.Running;
using Assistant.Eval.Suites;

namespace Assistant.Tests.Eval.Running;

/// <summary>Documents "d0", "d1", … that each answer the question of the same number, and a system that follows a script.</summary>
internal sealed class ScriptedSuite
{
    private readonly Dictionary<string, Answer> _answers = new(StringComparer.Ordinal);
    private readonly Dictionary<string, IReadOnlyList<RankedPassage>> _unions = new(StringComparer.Ordinal);

    public ScriptedSuite(int count, int groupSize = 1)
    {
        var documents = Enumerable.Range(0, count).ToDictionary(static i => $"d{i}", ArticleOf);
        Suite = new Suite
        {
            Name = "scripted",
            Path = "/nowhere",
            Hash = "hash",
            Documents = documents,
            Questions = [.. Enumerable.Range(0, count).Select(i => QuestionOf(i, groupSize))],
        };
        System = new EvaluatedSystem
        {
            AnswerAsync = (question, _) => Task.FromResult(_answers[question.Text]),
            RetrieveAsync = (question, _) => Task.FromResult(_unions[question.Text]),
            Chunk = static article => [PassageOf(article, 0, article.Text.Length)],
            IndexedArticleIds = documents.Values.Select(static article => article.Id).ToHashSet(StringComparer.Ordinal),
            Judges = [new VerbatimJudge()],
        };
    }

    public Suite Suite { get; private set; }

    public EvaluatedSystem System { get; set; }

    public RunHeader Header { get; } = new("scripted", "hash", "fingerprint", []);

    public static Article ArticleOf(int number)
    {
        var text = $"Before it. The answer is number {number}. After it.";
        var key = $"scripted:d{number}";
        return new Article
        {
            Id = ArticleKey.ToId(key),
            Revision = "r",
            Key = key,
            Title = $"Title {number}",
            Source = "scripted",
            Text = text,
            ContentHash = "",
        };
    }

    public void Change(int question, Func<SuiteQuestion, SuiteQuestion> change) => Suite = Suite with
    {
        Questions = [.. Suite.Questions.Select((item, index) => index == question ? change(item) : item)],
    };

    /// <summary>Answers a question out of documents in this order, the first one cited.</summary>
    public void Answer(int question, params int[] documents) => Script(question, documents, isAnswered: true);

    public void Refuse(int question, params int[] documents) => Script(question, documents, isAnswered: false);

    public void Fail(int question) => _answers.Remove($"Which number is {question}?");

    public Answer AnswerOf(int question) => _answers[$"Which number is {question}?"];

    public void Replace(int question, Func<Answer, Answer> change) =>
        _answers[$"Which number is {question}?"] = change(AnswerOf(question));

    public void Retrieve(int question, IReadOnlyList<RankedPassage> union) => _unions[$"Which number is {question}?"] = union;

    public Task<QuestionResult> RunAsync(int question) =>
        new QuestionRunner(Suite, System, TimeProvider.System).RunAsync(Suite.Questions[question], CancellationToken.None);

    public static RankedPassage Ranked(int document, int rank) => new()
    {
        PassageId = new Guid(document, 0, 0, new byte[8]),
        ArticleId = ArticleOf(document).Id,
        Revision = "r",
        Title = $"Title {document}",
        Source = "scripted",
        Start = 0,
        End = ArticleOf(document).Text.Length,
        Text = ArticleOf(document).Text,
        DenseScore = 1.0 / rank,
        DenseRank = rank,
        LexicalScore = 0,
        FusedScore = 1.0 / rank,
        ReaderScore = -rank,
    };

    public static Passage PassageOf(Article article, int start, int end) => new()
    {
        Id = Guid.Empty,
        ArticleId = article.Id,
        Ordinal = 0,
        Start = start,
        End = end,
        Text = article.Text[start..end],
    };

    private static SuiteQuestion QuestionOf(int number, int groupSize)
    {
        var sentence = $"The answer is number {number}.";
        var start = ArticleOf(number).Text.IndexOf(sentence, StringComparison.Ordinal);
        return new SuiteQuestion
        {
            Id = $"q{number}",
            Text = $"Which number is {number}?",
            Answerable = true,
            Answers = [$"number {number}"],
            Evidence = [new GoldEvidence(sentence, [new DocumentSpan($"d{number}", start, start + sentence.Length)])],
            Qrels = new Dictionary<string, int> { [$"d{number}"] = 1 },
            Kind = "number",
            Group = $"g{number / groupSize}",
        };
    }

    private void Script(int question, int[] documents, bool isAnswered)
    {
        var passages = documents.Select((document, index) => Ranked(document, index + 1)).ToList();
        var text = ArticleOf(documents[0]).Text;
        var start = text.IndexOf("The answer", StringComparison.Ordinal);
        var end = text.IndexOf(" After", StringComparison.Ordinal);
        var citation = new Citation
        {
            Number = 1,
            ArticleId = passages[0].ArticleId,
            Revision = "r",
            PassageId = passages[0].PassageId,
            Start = start,
            End = end,
            Quote = text[start..end],
            Title = passages[0].Title,
            Source = "scripted",
        };
        Retrieve(question, passages);
        _answers[$"Which number is {question}?"] = new Answer
        {
            Id = "a",
            Question = $"Which number is {question}?",
            StandaloneQuestion = $"Which number is {question}?",
            Status = isAnswered ? AnswerStatus.Answered : AnswerStatus.NoEvidence,
            ShortAnswer = isAnswered ? $"number {documents[0]}" : null,
            Text = isAnswered ? citation.Quote : "The articles do not say.",
            Sentences = isAnswered ? [new AnswerSentence(citation.Quote, [1], Verdict.Supported)] : [],
            Citations = isAnswered ? [citation] : [],
            Retrieved = passages,
            Confidence = isAnswered ? 0.8 : 0.2,
            Features = new AnswerFeatures(isAnswered ? 2 : -2, 0, 0, 0),
            Best = new BestSentence(passages[0].ArticleId, start, end, start + 14, end - 1),
            Timings = new AnswerTimings(1, 1, 2),
        };
    }
}
