using Assistant.Eval.Suites;

namespace Assistant.Tests.Eval.Suites;

/// <summary>A small suite on disk; each test changes what it is about.</summary>
internal sealed class SuiteFolder : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public SuiteFolder()
    {
        Corpus = """
            {"_id": "d1", "title": "Grain", "text": "The ship left Odesa on Monday.\r\nIt carried 26,000 tonnes of corn.", "metadata": {"url": "https://a.example/1"}}
            {"_id": "d2", "title": "", "text": "Ministers met in Vienna.", "metadata": {}}
            """;
        Queries = """
            {"_id": "q1", "text": "How much corn was aboard?", "metadata": {"answers": ["26,000 tonnes"], "answerable": true, "evidence": ["It carried  26,000 tonnes of corn. "], "kind": "number", "group": "d1", "split": "dev"}}
            {"_id": "q2", "text": "Who sank it?", "metadata": {"answers": [], "answerable": false, "history": [{"speaker": "user", "text": "Which ship left?"}, {"speaker": "agent", "text": "One."}, {"role": "user", "content": "Go on."}, {"role": "assistant", "content": "Well."}]}}
            """;
        Qrels = "query-id\tcorpus-id\tscore\nq1\td1\t1\n";
    }

    public string Corpus { get; set; }

    public string Queries { get; set; }

    public string Qrels { get; set; }

    public string Path => _folder.Path;

    public Task<Suite> LoadAsync()
    {
        _folder.Write("corpus.jsonl", Corpus);
        _folder.Write("queries.jsonl", Queries);
        _folder.Write("qrels/dev.tsv", Qrels);
        return SuiteLoader.LoadAsync(Path, CancellationToken.None);
    }

    public async Task<IReadOnlyList<string>> LoadProblemsAsync() =>
        (await Assert.ThrowsAsync<SuiteFormatException>(LoadAsync)).Problems;

    public void Dispose() => _folder.Dispose();
}
