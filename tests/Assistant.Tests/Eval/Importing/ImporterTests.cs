using Assistant.Eval.Importing;
using Assistant.Eval.Suites;

namespace Assistant.Tests.Eval.Importing;

public sealed class ImporterTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Reads_squad_with_answers_and_impossible_questions()
    {
        _folder.Write("in.json", """
            {"version": "v2.0", "extra": {"data": [1]}, "data": [
             {"title": "Odesa_port", "paragraphs": [
              {"context": "Grain left on Monday.", "qas": [
               {"id": "a", "question": "When did grain leave? ", "answers": [{"text": "Monday", "answer_start": 14}, {"text": "Monday", "answer_start": 14}], "is_impossible": false},
               {"id": "b", "question": "Why?", "answers": [], "plausible_answers": [{"text": "Grain"}], "is_impossible": true}]}]},
             {"title": "Empty", "paragraphs": []}
            ], "after": 1}
            """);

        var (result, suite) = await ImportAsync(ImportFormat.Squad, "in.json");

        Assert.Equal((1, 2), (result.Documents, result.Questions));
        Assert.Empty(result.Problems);
        Assert.Equal("Odesa port", suite.Documents["Odesa_port#0"].Title);
        Assert.Equal(["Monday"], suite.Questions[0].Answers);
        Assert.Equal("When did grain leave?", suite.Questions[0].Text);
        Assert.False(suite.Questions[1].Answerable);
        Assert.Equal("Odesa_port#0", suite.Questions[1].Group);
    }

    [Fact]
    public async Task Reads_squad_1_where_nothing_is_impossible()
    {
        _folder.Write("in.json", """
            {"data": [{"title": "T", "paragraphs": [{"context": "One. Two.", "qas": [{"id": "a", "question": "?", "answers": [{"text": "Two", "answer_start": 5}]}]}]}], "version": "1.1"}
            """);

        var (_, suite) = await ImportAsync(ImportFormat.Squad, "in.json");

        Assert.True(Assert.Single(suite.Questions).Answerable);
    }

    [Fact]
    public async Task Lists_malformed_squad_records_with_their_lines_and_keeps_the_rest()
    {
        _folder.Write("in.json", """
            {"data": [
              7,
              {"title": "A", "paragraphs": [
                {"qas": []},
                {"context": "Good text.", "qas": [
                  {"id": "a", "question": "?", "answers": []},
                  {"id": "b", "answers": [{"text": "Good"}]},
                  {"id": "c", "question": "Good?", "answers": [{"text": "Good"}]},
                  {"id": "c", "question": "Again?", "answers": [{"text": "Good"}]}
                ]}
              ]}
            ]}
            """);

        var (result, suite) = await ImportAsync(ImportFormat.Squad, "in.json");

        Assert.Equal(
            [
                "in.json:2: an article is not an object but Number",
                "in.json:4: 'context' is missing or blank",
                "in.json:6: 'a' has no answer and is not marked impossible",
                "in.json:7: 'question' is missing or blank",
                "in.json:9: the question id 'c' is there twice",
            ],
            result.Problems);
        Assert.Equal("c", Assert.Single(suite.Questions).Id);
    }

    [Fact]
    public async Task Keeps_what_stands_before_broken_json()
    {
        _folder.Write("in.json", """
            {"data": [
              {"title": "A", "paragraphs": [{"context": "Text.", "qas": [{"id": "a", "question": "?", "answers": [{"text": "Text"}]}]}]},
              {"title": "B", "paragraphs": [}
            ]}
            """);

        var (result, _) = await ImportAsync(ImportFormat.Squad, "in.json");

        Assert.Equal(1, result.Questions);
        Assert.StartsWith("in.json:3: not JSON from here on", Assert.Single(result.Problems), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Reads_clapnq_with_evidence_and_empty_answers()
    {
        _folder.Write("in/dev.jsonl", """
            {"id": "1", "input": "why a", "passages": [{"title": "T", "text": "First one . Second one . ", "sentences": []}], "output": [{"answer": "Because.", "selected_sentences": ["First  one .", "Not there ."], "meta": {}}, {"answer": "So.", "selected_sentences": ["First  one ."]}]}
            {"id": 2769033134349167616, "input": "why b", "passages": [{"title": "T", "text": "First one . Second one . "}], "output": [{"answer": null, "meta": null}]}
            {"id": "3", "input": "why c", "passages": []}
            """);

        var (result, suite) = await ImportAsync(ImportFormat.ClapNq, "in");

        Assert.Equal((1, 2), (result.Documents, result.Questions));
        Assert.Equal(["dev.jsonl:3: 'passages' is missing or empty"], result.Problems);
        Assert.Equal(["Because.", "So."], suite.Questions[0].Answers);
        Assert.Equal("First  one .", Assert.Single(suite.Questions[0].Evidence).Text);
        Assert.Equal("2769033134349167616", suite.Questions[1].Id);
        Assert.False(suite.Questions[1].Answerable);
    }

    [Fact]
    public async Task Reads_mtrag_tasks_corpora_and_pythons_nan()
    {
        _folder.Write("in/a-corpus.jsonl", """{"_id": "d9", "title": "", "text": "Nine NaN."}""");
        _folder.Write("in/tasks.jsonl", """
            {"task_id": "c::1", "Multi-Turn": NaN, "contexts": [{"document_id": "d1", "title": "T", "text": "It is NaN.", "score": 1.5}], "input": [{"speaker": "user", "text": "Is \"NaN\" it?"}, {"speaker": "agent", "text": "No."}, {"speaker": "user", "text": "Sure? "}], "targets": [{"speaker": "agent", "text": "Yes."}], "answerability": ["PARTIAL"], "Question Type": ["Factoid", "Other"]}
            {"task_id": "c::2", "contexts": [], "input": [{"speaker": "user", "text": "And?"}], "targets": [], "Answerability": ["UNANSWERABLE"]}
            {"task_id": "c::3", "contexts": [], "input": [{"speaker": "agent", "text": "And?"}], "targets": []}
            {"task_id": "c::4", "contexts": [], "input": [{"speaker": "user", "text": "And?"}], "answerability": "ANSWERABLE"}
            """);

        var (result, suite) = await ImportAsync(ImportFormat.Mtrag, "in");

        Assert.Equal((2, 2), (result.Documents, result.Questions));
        Assert.Equal(2, result.Problems.Count);
        Assert.StartsWith("tasks.jsonl:3: 'input' does not end", result.Problems[0], StringComparison.Ordinal);
        Assert.StartsWith("tasks.jsonl:4: 'c::4' is answerable, but", result.Problems[1], StringComparison.Ordinal);
        var question = suite.Questions[0];
        Assert.Equal(("Sure?", "PARTIAL", "Factoid"), (question.Text, question.Answerability, question.Kind));
        Assert.Equal("Is \"NaN\" it?", question.History[0].Content);
        Assert.Equal(["d1"], question.GoldDocuments);
        Assert.Equal("Nine NaN.", suite.Documents["d9"].Text);
    }

    [Fact]
    public async Task Reads_beir_and_leaves_out_what_nobody_judged()
    {
        _folder.Write("in/corpus.jsonl", """
            {"_id": "d1", "title": "Only a title", "text": "", "metadata": {}}
            {"_id": "d2", "title": "T", "text": "Text.", "metadata": {"url": "https://a.example"}}
            {"_id": "d2", "title": "T", "text": "Text again."}
            broken
            """);
        _folder.Write("in/queries.jsonl", """
            {"_id": "q1", "text": "one", "metadata": {}}
            {"_id": "q2", "text": "two", "metadata": {}}
            {"_id": "q3", "text": "three", "metadata": {"answerable": false}}
            {"_id": "q4", "metadata": {}}
            """);
        _folder.Write("in/qrels/test.tsv", "query-id\tcorpus-id\tscore\nq1\td1\t2\nq1\td2\t0\nq1\tgone\t1\nq4\td1\t1\n");
        _folder.Write("in/qrels/train.tsv", "query-id\tcorpus-id\tscore\nq2\td1\t1\n");

        var (result, suite) = await ImportAsync(ImportFormat.Beir, "in");

        Assert.Equal((2, 2, 1), (result.Documents, result.Questions, result.LeftOut));
        Assert.Equal(4, result.Problems.Count);
        Assert.Contains("test.tsv:4: no document has the id 'gone'", result.Problems);
        Assert.Equal("Only a title", suite.Documents["d1"].Text);
        Assert.Equal(2, suite.Questions[0].Qrels["d1"]);
        Assert.False(suite.Questions[1].Answerable);
    }

    [Fact]
    public async Task Never_writes_over_a_folder_that_holds_something()
    {
        _folder.Write("suite/mine.txt", "keep");
        _folder.Write("in.jsonl", "");

        await Assert.ThrowsAsync<IOException>(() => ImportAsync(ImportFormat.ClapNq, "in.jsonl"));

        Assert.True(File.Exists(Path.Combine(_folder.Path, "suite", "mine.txt")));
    }

    [Fact]
    public async Task Leaves_nothing_behind_when_cancelled()
    {
        var source = _folder.Write("in.jsonl", "{}");

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => Importer.ImportAsync(
            ImportFormat.ClapNq, source, Path.Combine(_folder.Path, "suite"), new CancellationToken(canceled: true)));

        Assert.Equal(["in.jsonl"], Directory.GetFileSystemEntries(_folder.Path).Select(Path.GetFileName));
    }

    private async Task<(ImportResult Result, Suite Suite)> ImportAsync(ImportFormat format, string source)
    {
        var target = Path.Combine(_folder.Path, "suite");
        var result = await Importer.ImportAsync(format, Path.Combine(_folder.Path, source), target, CancellationToken.None);
        return (result, await SuiteLoader.LoadAsync(target, CancellationToken.None));
    }
}
