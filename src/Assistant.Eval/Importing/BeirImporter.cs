using Assistant.Eval.Suites;

namespace Assistant.Eval.Importing;

/// <summary>Reads a BEIR data set's folder: <c>corpus.jsonl</c>, <c>queries.jsonl</c>, <c>qrels/*.tsv</c>.</summary>
/// <remarks>
/// Source: Thakur et al., "BEIR: A Heterogeneous Benchmark for Zero-shot Evaluation", NeurIPS 2021. Judgements come from
/// <c>qrels/test.tsv</c>, else <c>dev.tsv</c>, else <c>train.tsv</c>, else all; questions that nobody judged are left out.
/// </remarks>
internal sealed class BeirImporter(SuiteWriter writer, ProblemList problems)
{
    private static readonly string[] PreferredQrels = ["test.tsv", "dev.tsv", "train.tsv"];

    /// <summary>Well-formed questions left out because nobody judged them.</summary>
    public int LeftOut { get; private set; }

    /// <summary>Imports the folder.</summary>
    public async Task ImportAsync(string folder, CancellationToken cancellationToken)
    {
        var documentIds = await ImportCorpusAsync(Path.Combine(folder, "corpus.jsonl"), cancellationToken);
        var qrels = await ReadQrelsAsync(folder, documentIds, cancellationToken);
        var path = Path.Combine(folder, "queries.jsonl");
        await foreach (var (line, record, problem) in JsonLines.ReadAsync(path, cancellationToken))
        {
            if (record is null) problems.Add(path, line, problem!);
            else await ImportQuestionAsync(path, line, record, qrels, cancellationToken);
        }
    }

    private async Task<HashSet<string>> ImportCorpusAsync(string path, CancellationToken cancellationToken)
    {
        var ids = new HashSet<string>(StringComparer.Ordinal);
        await foreach (var (line, record, problem) in JsonLines.ReadAsync(path, cancellationToken))
        {
            if (record is null)
            {
                problems.Add(path, line, problem!);
                continue;
            }

            if (problems.Try(path, line, () => ToDocument(record, ids)) is { } document)
                await writer.WriteAsync(document, cancellationToken);
        }

        return ids;
    }

    /// <summary>A document without text is its title: some data sets have such.</summary>
    private static ImportedDocument ToDocument(JsonRecord record, HashSet<string> ids)
    {
        var id = record.Text("_id");
        var title = record.FindText("title") ?? "";
        var text = record.FindText("text");
        var document = string.IsNullOrWhiteSpace(text)
            ? new ImportedDocument(id, "", record.Text("title"))
            : new ImportedDocument(id, title, text, record.Record("metadata").FindText("url"));
        return ids.Add(id) ? document : throw new InvalidDataException($"the document id '{id}' is there twice");
    }

    private async Task<ILookup<string, QrelsReader.Qrel>> ReadQrelsAsync(
        string folder, HashSet<string> documentIds, CancellationToken cancellationToken)
    {
        var files = Directory.GetFiles(Path.Combine(folder, "qrels"), "*.tsv").Order(StringComparer.Ordinal).ToList();
        var chosen = PreferredQrels
            .Select(name => files.Find(file => Path.GetFileName(file) == name))
            .FirstOrDefault(static file => file is not null);
        var judged = new List<QrelsReader.Qrel>();
        foreach (var file in chosen is null ? files : [chosen])
        {
            foreach (var qrel in await QrelsReader.ReadAsync(file, problems, cancellationToken))
            {
                if (documentIds.Contains(qrel.DocumentId)) judged.Add(qrel);
                else problems.Add(file, qrel.Line, $"no document has the id '{qrel.DocumentId}'");
            }
        }

        return judged.ToLookup(static qrel => qrel.QuestionId, StringComparer.Ordinal);
    }

    private async Task ImportQuestionAsync(
        string path, int line, JsonRecord record, ILookup<string, QrelsReader.Qrel> qrels, CancellationToken cancellationToken)
    {
        try
        {
            var question = ToQuestion(record, qrels);
            if (question is null) LeftOut++;
            else await writer.WriteAsync(question, cancellationToken);
        }
        catch (InvalidDataException exception)
        {
            problems.Add(path, line, exception.Message);
        }
    }

    /// <summary>Null when nobody judged the question and it does not say itself that it cannot be answered.</summary>
    private static ImportedQuestion? ToQuestion(JsonRecord record, ILookup<string, QrelsReader.Qrel> qrels)
    {
        var id = record.Text("_id");
        var judged = qrels[id].GroupBy(static qrel => qrel.DocumentId, StringComparer.Ordinal)
            .ToDictionary(static group => group.Key, static group => group.Max(static qrel => qrel.Grade));
        var metadata = record.Record("metadata");
        var hasGold = judged.Values.Any(static grade => grade > 0);
        if (!hasGold && metadata.FindFlag("answerable") != false) return null;
        return new ImportedQuestion
        {
            Id = id,
            Text = record.Text("text"),
            Answerable = hasGold,
            Answers = metadata.Texts("answers"),
            Qrels = judged,
        };
    }
}
