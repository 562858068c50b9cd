using Assistant.Core;
using Assistant.Eval.Suites;

namespace Assistant.Tests.Eval.Suites;

public sealed class SuiteLoaderTests : IDisposable
{
    private readonly SuiteFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Reads_documents_questions_and_judgements()
    {
        var suite = await _folder.LoadAsync();

        Assert.Equal(Path.GetFileName(_folder.Path), suite.Name);
        Assert.Equal(["d1", "d2"], suite.Documents.Keys);
        Assert.Equal($"{suite.Name}:d1", suite.Documents["d1"].Key);
        Assert.Equal("https://a.example/1", suite.Documents["d1"].Url);
        var question = suite.Questions[0];
        Assert.True(question.Answerable);
        Assert.Equal(["26,000 tonnes"], question.Answers);
        Assert.Equal(("number", "d1", "dev"), (question.Kind, question.Group, question.Split));
        Assert.Equal(["d1"], question.GoldDocuments);
        Assert.False(suite.Questions[1].Answerable);
    }

    [Fact]
    public async Task Takes_texts_as_they_are_but_for_line_ends_and_composition()
    {
        _folder.Corpus = """{"_id": "d1", "title": "", "text": " Cafe\u0301\r\n x \r y\u2028z "}""";
        _folder.Queries = """{"_id": "q1", "text": "?", "metadata": {"answerable": false}}""";
        _folder.Qrels = "";

        var suite = await _folder.LoadAsync();

        Assert.Equal(" Café\n x \n y\u2028z ", suite.Documents["d1"].Text);
    }

    [Fact]
    public async Task Finds_evidence_without_regard_to_white_space()
    {
        var suite = await _folder.LoadAsync();

        var span = Assert.Single(Assert.Single(suite.Questions[0].Evidence).Spans);
        Assert.Equal("It carried 26,000 tonnes of corn.", suite.Documents["d1"].Text[span.Start..span.End]);
    }

    [Fact]
    public async Task Reads_both_forms_of_history()
    {
        var suite = await _folder.LoadAsync();

        Assert.Equal(
            [
                new Turn(TurnRole.User, "Which ship left?"), new Turn(TurnRole.Assistant, "One."),
                new Turn(TurnRole.User, "Go on."), new Turn(TurnRole.Assistant, "Well."),
            ],
            suite.Questions[1].History);
    }

    [Fact]
    public async Task Lists_every_problem_with_its_line()
    {
        _folder.Corpus += "\n{\"_id\": \"d2\", \"text\": \"again\"}\nnot json\n[1]\n{\"_id\": \"d3\"}\n{\"_id\": \"d4\", \"text\": \"\\ud800\"}";
        _folder.Queries += "\n{\"_id\": \"q1\", \"text\": \"again?\", \"metadata\": {\"answerable\": false}}";
        _folder.Qrels += "q1\tnowhere\t1\nnobody\td1\t1\nq1 d1 1\nq1\td1\tx\n";

        var problems = await _folder.LoadProblemsAsync();

        Assert.Contains("corpus.jsonl:3: the document id 'd2' is there twice", problems);
        Assert.Contains(problems, problem => problem.StartsWith("corpus.jsonl:4: not JSON", StringComparison.Ordinal));
        Assert.Contains("corpus.jsonl:5: not an object but Array", problems);
        Assert.Contains("corpus.jsonl:6: 'text' is missing or blank", problems);
        Assert.Contains("corpus.jsonl:7: 'text' holds half a surrogate pair", problems);
        Assert.Contains("queries.jsonl:3: the question id 'q1' is there twice", problems);
        Assert.Contains("dev.tsv:3: no document has the id 'nowhere'", problems);
        Assert.Contains("dev.tsv:4: no question has the id 'nobody'", problems);
        Assert.Contains("dev.tsv:5: 1 columns instead of query id, corpus id, score", problems);
        Assert.Contains("dev.tsv:6: the score 'x' is not a whole number", problems);
    }

    [Theory]
    [InlineData("\"answerable\": true", "is answerable, but no document is judged to answer it")]
    [InlineData("\"answerable\": 1", "'answerable' is not true or false")]
    [InlineData("\"answerable\": false, \"split\": \"train\"", "'split' is 'train', not dev or test")]
    [InlineData("\"answerable\": false, \"answers\": [1]", "'answers' holds something that is not a string")]
    [InlineData("\"answerable\": false, \"evidence\": [\"made up\"]", "no judged document holds the evidence \"made up\"")]
    [InlineData("\"answerable\": false, \"history\": [{\"role\": \"system\", \"content\": \"x\"}]", "is said by 'system'")]
    [InlineData("\"answerable\": false, \"history\": [{\"role\": \"user\"}]", "has neither 'content' nor 'text'")]
    public async Task Refuses_a_malformed_question(string metadata, string expected)
    {
        _folder.Queries = "{\"_id\": \"q9\", \"text\": \"What?\", \"metadata\": {" + metadata + "}}";
        _folder.Qrels = "";

        var problem = Assert.Single(await _folder.LoadProblemsAsync());

        Assert.StartsWith("queries.jsonl:1: ", problem, StringComparison.Ordinal);
        Assert.Contains(expected, problem, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Says_which_file_is_missing()
    {
        using var empty = new TemporaryFolder();

        var exception = await Assert.ThrowsAsync<SuiteFormatException>(
            () => SuiteLoader.LoadAsync(empty.Path, CancellationToken.None));

        Assert.Equal(2, exception.Problems.Count);
        Assert.Contains("queries.jsonl", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Reads_articles_as_the_product_ingests_them()
    {
        using var folder = new TemporaryFolder();
        folder.Write("articles/corn.md", "# Corn leaves Odesa\n\nThe ship left\non Monday with **26,000 tonnes** of corn.\n");
        folder.Write("articles/vienna.txt", "Ministers meet in Vienna\n\nThey met on Tuesday.\n");
        folder.Write("queries.jsonl", """{"_id": "q", "text": "How much?", "metadata": {"answerable": true, "evidence": ["with 26,000 tonnes of corn."]}}""");
        folder.Write("qrels/dev.tsv", "q\tcorn.md\t1\n");

        var suite = await SuiteLoader.LoadAsync(folder.Path, CancellationToken.None);

        Assert.Equal(["corn.md", "vienna.txt"], suite.Documents.Keys);
        Assert.Equal("Corn leaves Odesa", suite.Documents["corn.md"].Title);
        Assert.Equal(["corn.md"], suite.Questions[0].GoldDocuments);
        Assert.Single(suite.Questions[0].Evidence);
    }

    [Fact]
    public async Task Names_the_article_that_is_refused()
    {
        using var folder = new TemporaryFolder();
        folder.Write("articles/empty.txt", "");
        folder.Write("queries.jsonl", "");

        var exception = await Assert.ThrowsAsync<SuiteFormatException>(
            () => SuiteLoader.LoadAsync(folder.Path, CancellationToken.None));

        Assert.StartsWith("empty.txt: ", Assert.Single(exception.Problems), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Hash_follows_the_content_and_nothing_else()
    {
        var first = (await _folder.LoadAsync()).Hash;
        var repeated = (await _folder.LoadAsync()).Hash;
        _folder.Queries = _folder.Queries.Replace("Who sank it?", "Who sank her?", StringComparison.Ordinal);
        var changed = (await _folder.LoadAsync()).Hash;

        Assert.Equal(first, repeated);
        Assert.NotEqual(first, changed);
    }

    [Fact]
    public async Task Stops_when_cancelled()
    {
        await _folder.LoadAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(
            () => SuiteLoader.LoadAsync(_folder.Path, new CancellationToken(canceled: true)));
    }
}
