using System.Text.Json;
using Assistant.Eval.Suites;

namespace Assistant.Eval.Importing;

/// <summary>Reads SQuAD 1.1 and 2.0: <c>{data [{title, paragraphs [{context, qas [{id, question, answers, is_impossible?}]}]}]}</c>.</summary>
/// <remarks>
/// Source: Rajpurkar et al., "SQuAD: 100,000+ Questions", EMNLP 2016; "Know What You Don't Know", ACL 2018.
/// A paragraph is a document <c>title#ordinal</c>. Streams an article at a time.
/// </remarks>
internal sealed class SquadImporter(SuiteWriter writer, ProblemList problems)
{
    /// <summary>Imports one file.</summary>
    public async Task ImportAsync(string path, CancellationToken cancellationToken)
    {
        await using var stream = File.OpenRead(path);
        await foreach (var item in JsonArrayStream.ReadAsync(stream, "data", cancellationToken))
        {
            if (item.Element is { } article) await ImportArticleAsync(path, article, item, cancellationToken);
            else problems.Add(path, item.Line, item.Problem!);
        }
    }

    private async Task ImportArticleAsync(
        string path, JsonElement article, JsonArrayStream.Item item, CancellationToken cancellationToken)
    {
        var record = problems.Try(path, item.Line, () => AsRecord(article));
        var paragraphs = record is null ? null : problems.Try(path, item.Line, () => record.Records("paragraphs"));
        if (paragraphs is null) return;
        var title = record!.FindText("title")?.Replace('_', ' ') ?? "";
        var ordinal = 0;
        foreach (var paragraph in paragraphs)
        {
            var line = item.LineOf(paragraph.Element);
            var id = $"{title.Replace(' ', '_')}#{ordinal++}";
            var context = problems.Try(path, line, () => paragraph.Text("context"));
            var questions = problems.Try(path, line, () => paragraph.Records("qas"));
            if (context is null || questions is null) continue;
            await writer.WriteAsync(new ImportedDocument(id, title, context), cancellationToken);
            await ImportQuestionsAsync(path, questions, id, item, cancellationToken);
        }
    }

    private async Task ImportQuestionsAsync(
        string path, IReadOnlyList<JsonRecord> records, string documentId, JsonArrayStream.Item item,
        CancellationToken cancellationToken)
    {
        foreach (var record in records)
        {
            var line = item.LineOf(record.Element);
            try
            {
                await writer.WriteAsync(ToQuestion(record, documentId), cancellationToken);
            }
            catch (InvalidDataException exception)
            {
                problems.Add(path, line, exception.Message);
            }
        }
    }

    private static ImportedQuestion ToQuestion(JsonRecord record, string documentId)
    {
        var isImpossible = record.FindFlag("is_impossible") ?? false;
        var answers = record.Records("answers").Select(static answer => answer.Text("text"));
        var question = new ImportedQuestion
        {
            Id = record.Text("id"),
            Text = record.Text("question").Trim(),
            Answerable = !isImpossible,
            Answers = isImpossible ? [] : [.. answers.Distinct(StringComparer.Ordinal)],
            SourceDocument = documentId,
            Qrels = isImpossible ? new Dictionary<string, int>() : new Dictionary<string, int> { [documentId] = 1 },
        };
        return isImpossible || question.Answers.Count > 0
            ? question
            : throw new InvalidDataException($"'{question.Id}' has no answer and is not marked impossible");
    }

    private static JsonRecord AsRecord(JsonElement element) => element.ValueKind == JsonValueKind.Object
        ? new JsonRecord(element)
        : throw new InvalidDataException($"an article is not an object but {element.ValueKind}");
}
