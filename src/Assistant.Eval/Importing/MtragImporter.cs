using Assistant.Core;
using Assistant.Eval.Suites;

namespace Assistant.Eval.Importing;

/// <summary>Reads MTRAG generation tasks and, beside them, MTRAG corpora, one JSON object a line.</summary>
/// <remarks>
/// Source: Katsis et al., "MTRAG: A Multi-Turn Conversational Benchmark", TACL 2025. A task is <c>{task_id, contexts
/// [{document_id, title, text}], input [{speaker, text}], targets [{text}], answerability}</c>; its contexts are the reference
/// passages. A corpus line is <c>{_id or document_id, title, text}</c>. Python's NaN is read as null.
/// </remarks>
internal sealed class MtragImporter(SuiteWriter writer, ProblemList problems)
{
    /// <summary>Imports one file of tasks or of passages; each line says itself what it is.</summary>
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
                if (record.Has("input")) await ImportTaskAsync(record, cancellationToken);
                else await writer.WriteAsync(ToDocument(record), cancellationToken);
            }
            catch (InvalidDataException exception)
            {
                problems.Add(path, line, exception.Message);
            }
        }
    }

    private async Task ImportTaskAsync(JsonRecord task, CancellationToken cancellationToken)
    {
        var contexts = task.Records("contexts").Select(ToDocument).ToList();
        var question = ToQuestion(task, contexts);
        foreach (var document in contexts) await writer.WriteAsync(document, cancellationToken);
        await writer.WriteAsync(question, cancellationToken);
    }

    private static ImportedDocument ToDocument(JsonRecord passage) => new(
        passage.FindText("document_id") ?? passage.FindText("_id") ?? passage.Text("id"),
        passage.FindText("title") ?? "",
        passage.Text("text"));

    private static ImportedQuestion ToQuestion(JsonRecord task, List<ImportedDocument> contexts)
    {
        var turns = task.Records("input").Select(ToTurn).ToList();
        if (turns.Count == 0 || turns[^1].Role != TurnRole.User)
            throw new InvalidDataException("'input' does not end with a turn of the user");
        var answerability = Label(task, "answerability") ?? Label(task, "Answerability");
        var isAnswerable = answerability is null ? contexts.Count > 0 : answerability is "ANSWERABLE" or "PARTIAL";
        var id = task.FindText("task_id") ?? task.Text("id");
        if (isAnswerable && contexts.Count == 0)
            throw new InvalidDataException($"'{id}' is answerable, but has no 'contexts'");
        return new ImportedQuestion
        {
            Id = id,
            Text = turns[^1].Content.Trim(),
            Answerable = isAnswerable,
            Answerability = answerability,
            Answers = [.. task.Records("targets").Select(static target => target.Text("text").Trim())],
            History = [.. turns.Take(turns.Count - 1)],
            Kind = Label(task, "Question Type"),
            Qrels = isAnswerable
                ? contexts.Select(static document => document.Id).Distinct(StringComparer.Ordinal)
                    .ToDictionary(static documentId => documentId, static _ => 1)
                : new Dictionary<string, int>(),
        };
    }

    /// <summary>The first of a list of labels, or a label alone.</summary>
    private static string? Label(JsonRecord task, string name) => task.Texts(name) is [var first, ..] ? first : null;

    private static Turn ToTurn(JsonRecord turn) => turn.Text("speaker") switch
    {
        "user" => new Turn(TurnRole.User, turn.Text("text")),
        "agent" or "assistant" => new Turn(TurnRole.Assistant, turn.Text("text")),
        var other => throw new InvalidDataException($"a turn of 'input' is said by '{other}', not user or agent"),
    };
}
