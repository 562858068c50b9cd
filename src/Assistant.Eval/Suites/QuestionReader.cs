using Assistant.Core;

namespace Assistant.Eval.Suites;

/// <summary>Reads <c>queries.jsonl</c> and joins each question with its judgements and its evidence's places.</summary>
/// <param name="documents">The suite's documents.</param>
/// <param name="qrels">Judgements by question id.</param>
/// <param name="problems">Where malformed questions go.</param>
internal sealed class QuestionReader(
    IReadOnlyDictionary<string, Article> documents,
    ILookup<string, QrelsReader.Qrel> qrels,
    ProblemList problems)
{
    private readonly Dictionary<string, BlankBlindText> _texts = new(StringComparer.Ordinal);
    private readonly HashSet<string> _ids = new(StringComparer.Ordinal);

    /// <summary>Reads all questions; malformed ones become problems.</summary>
    public async Task<IReadOnlyList<SuiteQuestion>> ReadAsync(string path, CancellationToken cancellationToken)
    {
        var questions = new List<SuiteQuestion>();
        await foreach (var (line, record, problem) in JsonLines.ReadAsync(path, cancellationToken))
        {
            if (record is null) problems.Add(path, line, problem!);
            else if (problems.Try(path, line, () => ToQuestion(record)) is { } question) questions.Add(question);
        }

        ReportOrphans();
        return questions;
    }

    private SuiteQuestion ToQuestion(JsonRecord record)
    {
        var id = record.Text("_id");
        if (!_ids.Add(id)) throw new InvalidDataException($"the question id '{id}' is there twice");
        var metadata = record.Record("metadata");
        var judged = Judgements(id);
        var answerable = metadata.FindFlag("answerable") ?? judged.Values.Any(static grade => grade > 0);
        var question = new SuiteQuestion
        {
            Id = id,
            Text = record.Text("text"),
            Answerable = answerable,
            Answerability = metadata.FindText("answerability")?.ToUpperInvariant(),
            Answers = metadata.Texts("answers"),
            Evidence = [.. metadata.Texts("evidence").Select(sentence => Locate(sentence, judged))],
            History = [.. metadata.Records("history").Select(ToTurn)],
            Qrels = judged,
            Kind = metadata.FindText("kind"),
            Group = metadata.FindText("group") ?? metadata.FindText("source_doc") ?? id,
            Split = ToSplit(metadata.FindText("split")),
        };
        return Check(question);
    }

    private static SuiteQuestion Check(SuiteQuestion question)
    {
        if (question.Answerable && !question.GoldDocuments.Any())
            throw new InvalidDataException($"'{question.Id}' is answerable, but no document is judged to answer it");
        if (!question.Answerable && question.Evidence.Count > 0)
            throw new InvalidDataException($"'{question.Id}' is not answerable, but has evidence");
        return question;
    }

    private Dictionary<string, int> Judgements(string id)
    {
        var judged = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var qrel in qrels[id])
        {
            if (documents.ContainsKey(qrel.DocumentId)) judged[qrel.DocumentId] = qrel.Grade;
            else problems.Add(qrel.Path, qrel.Line, $"no document has the id '{qrel.DocumentId}'");
        }

        return judged;
    }

    private GoldEvidence Locate(string sentence, Dictionary<string, int> judged)
    {
        var spans = judged
            .Where(static pair => pair.Value > 0)
            .SelectMany(pair => TextOf(pair.Key).FindAll(sentence)
                .Select(place => new DocumentSpan(pair.Key, place.Start, place.End)))
            .ToList();
        return spans.Count > 0
            ? new GoldEvidence(sentence, spans)
            : throw new InvalidDataException($"no judged document holds the evidence \"{Shorten(sentence)}\"");
    }

    private BlankBlindText TextOf(string documentId)
    {
        if (!_texts.TryGetValue(documentId, out var text))
            _texts[documentId] = text = new BlankBlindText(documents[documentId].Text);
        return text;
    }

    private void ReportOrphans()
    {
        foreach (var qrel in qrels.Where(group => !_ids.Contains(group.Key)).Select(static group => group.First()))
            problems.Add(qrel.Path, qrel.Line, $"no question has the id '{qrel.QuestionId}'");
    }

    private static Turn ToTurn(JsonRecord turn)
    {
        var role = turn.FindText("role") ?? turn.Text("speaker");
        var content = turn.FindText("content") ?? turn.FindText("text")
            ?? throw new InvalidDataException("a turn of 'history' has neither 'content' nor 'text'");
        return role switch
        {
            "user" => new Turn(TurnRole.User, content),
            "assistant" or "agent" => new Turn(TurnRole.Assistant, content),
            _ => throw new InvalidDataException($"a turn of 'history' is said by '{role}', not user, assistant or agent"),
        };
    }

    private static string? ToSplit(string? split) => split is null or "dev" or "test"
        ? split
        : throw new InvalidDataException($"'split' is '{split}', not dev or test");

    private static string Shorten(string text) => text.Length <= 80 ? text : string.Concat(text.AsSpan(0, 77), "...");
}
