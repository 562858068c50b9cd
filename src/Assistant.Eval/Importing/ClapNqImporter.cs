using Assistant.Core;
using Assistant.Eval.Suites;

namespace Assistant.Eval.Importing;

/// <summary>Reads CLAPNQ's annotated data: <c>{id, input, passages [{title, text}], output [{answer, selected_sentences}]}</c> a line.</summary>
/// <remarks>
/// Source: Rosenthal et al., "CLAPnq: Cohesive Long-form Answers from Passages in Natural Questions", TACL 2025. A question
/// whose answers are all empty is not answerable; its passage is in the corpus as a near miss.
/// </remarks>
internal sealed class ClapNqImporter(SuiteWriter writer, ProblemList problems)
{
    private const int IdLength = 16;

    /// <summary>Imports one file.</summary>
    public async Task ImportAsync(string path, CancellationToken cancellationToken)
    {
        await foreach (var (line, record, problem) in JsonLines.ReadAsync(path, cancellationToken))
        {
            if (record is null)
            {
                problems.Add(path, line, problem!);
                continue;
            }

            try
            {
                await ImportAsync(record, cancellationToken);
            }
            catch (InvalidDataException exception)
            {
                problems.Add(path, line, exception.Message);
            }
        }
    }

    private async Task ImportAsync(JsonRecord record, CancellationToken cancellationToken)
    {
        var documents = record.Records("passages").Select(ToDocument).ToList();
        if (documents.Count == 0) throw new InvalidDataException("'passages' is missing or empty");
        var question = ToQuestion(record, documents);
        foreach (var document in documents) await writer.WriteAsync(document, cancellationToken);
        await writer.WriteAsync(question, cancellationToken);
    }

    private static ImportedDocument ToDocument(JsonRecord passage)
    {
        var title = passage.FindText("title") ?? "";
        var text = passage.Text("text");
        return new ImportedDocument(ArticleKey.ToId($"{title}\n{text}")[..IdLength], title, text);
    }

    private static ImportedQuestion ToQuestion(JsonRecord record, List<ImportedDocument> documents)
    {
        var outputs = record.Records("output");
        var answers = outputs
            .Select(static output => output.FindText("answer"))
            .Where(static answer => !string.IsNullOrWhiteSpace(answer))
            .Select(static answer => answer!.Trim())
            .Distinct(StringComparer.Ordinal)
            .ToList();
        var isAnswerable = answers.Count > 0;
        return new ImportedQuestion
        {
            Id = record.Text("id"),
            Text = record.Text("input").Trim(),
            Answerable = isAnswerable,
            Answers = answers,
            Evidence = isAnswerable ? Evidence(outputs, documents) : [],
            SourceDocument = documents[0].Id,
            Qrels = isAnswerable
                ? documents.Select(static document => document.Id).Distinct(StringComparer.Ordinal)
                    .ToDictionary(static id => id, static _ => 1)
                : new Dictionary<string, int>(),
        };
    }

    /// <summary>The selected sentences of all annotators that the passages hold.</summary>
    private static List<string> Evidence(IReadOnlyList<JsonRecord> outputs, List<ImportedDocument> documents)
    {
        var texts = documents.Select(static document => new BlankBlindText(document.Text)).ToList();
        return
        [
            .. outputs
                .SelectMany(static output => output.Texts("selected_sentences"))
                .Distinct(StringComparer.Ordinal)
                .Where(sentence => texts.Any(text => text.FindAll(sentence).Any())),
        ];
    }
}
