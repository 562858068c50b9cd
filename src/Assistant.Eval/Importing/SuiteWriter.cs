using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Assistant.Core;

namespace Assistant.Eval.Importing;

/// <summary>Writes a suite as it is read: one line a document, a question, a judgement.</summary>
/// <remarks>One writer, not thread-safe. Nothing but ids is kept in memory.</remarks>
internal sealed class SuiteWriter : IAsyncDisposable
{
    private static readonly JsonSerializerOptions Json = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
        DefaultIgnoreCondition = System.Text.Json.Serialization.JsonIgnoreCondition.WhenWritingNull,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    private readonly HashSet<string> _documentIds = new(StringComparer.Ordinal);
    private readonly HashSet<string> _questionIds = new(StringComparer.Ordinal);
    private readonly StreamWriter _corpus;
    private readonly StreamWriter _queries;
    private readonly StreamWriter _qrels;

    /// <summary>Creates the suite's files; replaces those that are there.</summary>
    public SuiteWriter(string folder)
    {
        Directory.CreateDirectory(Path.Combine(folder, "qrels"));
        _corpus = Create(folder, "corpus.jsonl");
        _queries = Create(folder, "queries.jsonl");
        _qrels = Create(folder, "qrels", "all.tsv");
        _qrels.Write("query-id\tcorpus-id\tscore\n");
    }

    /// <summary>Documents written so far.</summary>
    public int DocumentCount => _documentIds.Count;

    /// <summary>Questions written so far.</summary>
    public int QuestionCount => _questionIds.Count;

    /// <summary>Writes a document unless one with its id was written before.</summary>
    public async Task WriteAsync(ImportedDocument document, CancellationToken cancellationToken)
    {
        if (!_documentIds.Add(document.Id)) return;
        var metadata = new { document.Url };
        await WriteLineAsync(
            _corpus,
            new Dictionary<string, object?>
            {
                ["_id"] = document.Id,
                ["title"] = document.Title,
                ["text"] = document.Text,
                ["metadata"] = metadata,
            },
            cancellationToken);
    }

    /// <summary>Writes a question with its judgements.</summary>
    /// <exception cref="InvalidDataException">Its id was written before, or a judged document was not.</exception>
    public async Task WriteAsync(ImportedQuestion question, CancellationToken cancellationToken)
    {
        var missing = question.Qrels.Keys.FirstOrDefault(id => !_documentIds.Contains(id));
        if (missing is not null)
            throw new InvalidDataException($"'{question.Id}' is judged on '{missing}', which is no document");
        if (!_questionIds.Add(question.Id))
            throw new InvalidDataException($"the question id '{question.Id}' is there twice");
        var metadata = new
        {
            question.Answers,
            question.Answerable,
            question.Answerability,
            Evidence = question.Evidence.Count == 0 ? null : question.Evidence,
            History = question.History.Count == 0 ? null : question.History.Select(ToTurn),
            SourceDoc = question.SourceDocument,
            question.Kind,
        };
        await WriteLineAsync(
            _queries,
            new Dictionary<string, object?> { ["_id"] = question.Id, ["text"] = question.Text, ["metadata"] = metadata },
            cancellationToken);
        foreach (var (documentId, grade) in question.Qrels)
            await _qrels.WriteAsync($"{question.Id}\t{documentId}\t{grade}\n".AsMemory(), cancellationToken);
    }

    /// <summary>Closes the files.</summary>
    public async ValueTask DisposeAsync()
    {
        await _corpus.DisposeAsync();
        await _queries.DisposeAsync();
        await _qrels.DisposeAsync();
    }

    private static object ToTurn(Turn turn) =>
        new { Role = turn.Role == TurnRole.User ? "user" : "assistant", turn.Content };

    private static async Task WriteLineAsync(StreamWriter writer, object record, CancellationToken cancellationToken) =>
        await writer.WriteAsync((JsonSerializer.Serialize(record, Json) + "\n").AsMemory(), cancellationToken);

    private static StreamWriter Create(params string[] parts) =>
        new(Path.Combine(parts), append: false, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false));
}
