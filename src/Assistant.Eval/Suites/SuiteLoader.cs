using System.Security.Cryptography;
using System.Text;
using Assistant.Core;

namespace Assistant.Eval.Suites;

/// <summary>Loads a suite: a folder with <c>corpus.jsonl</c> or <c>articles/</c>, <c>queries.jsonl</c>, <c>qrels/*.tsv</c>.</summary>
internal static class SuiteLoader
{
    /// <summary>Loads and checks a suite.</summary>
    /// <exception cref="SuiteFormatException">Anything is wrong with it; every problem is listed with its line.</exception>
    public static async Task<Suite> LoadAsync(string path, CancellationToken cancellationToken)
    {
        var folder = Path.TrimEndingDirectorySeparator(Path.GetFullPath(path));
        var name = Path.GetFileName(folder);
        var problems = new ProblemList();
        var queries = Path.Combine(folder, "queries.jsonl");
        if (!File.Exists(queries)) problems.Add(folder, "has no queries.jsonl");
        var corpus = Path.Combine(folder, "corpus.jsonl");
        var articles = Path.Combine(folder, "articles");
        if (!File.Exists(corpus) && !Directory.Exists(articles)) problems.Add(folder, "has neither corpus.jsonl nor articles/");
        problems.ThrowIfAny(name);

        var documents = File.Exists(corpus)
            ? await CorpusReader.ReadAsync(corpus, name, problems, cancellationToken)
            : await ArticlesReader.ReadAsync(articles, name, problems, cancellationToken);
        var qrels = await ReadQrelsAsync(folder, problems, cancellationToken);
        var questions = await new QuestionReader(documents, qrels, problems).ReadAsync(queries, cancellationToken);
        problems.ThrowIfAny(name);
        if (documents.Count == 0) problems.Add(folder, "holds no document");
        if (questions.Count == 0) problems.Add(queries, "holds no question");
        problems.ThrowIfAny(name);
        return new Suite
        {
            Name = name,
            Path = folder,
            Hash = Hash(documents, questions),
            Documents = documents,
            Questions = questions,
            LowOverlapShare = WordOverlap.LowShare(questions),
        };
    }

    private static async Task<ILookup<string, QrelsReader.Qrel>> ReadQrelsAsync(
        string folder, ProblemList problems, CancellationToken cancellationToken)
    {
        var qrels = new List<QrelsReader.Qrel>();
        var directory = Path.Combine(folder, "qrels");
        var files = Directory.Exists(directory)
            ? Directory.GetFiles(directory, "*.tsv")
            : Directory.GetFiles(folder, "qrels.tsv");
        foreach (var file in files.Order(StringComparer.Ordinal))
            qrels.AddRange(await QrelsReader.ReadAsync(file, problems, cancellationToken));
        return qrels.ToLookup(static qrel => qrel.QuestionId, StringComparer.Ordinal);
    }

    private static string Hash(IReadOnlyDictionary<string, Article> documents, IReadOnlyList<SuiteQuestion> questions)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var (id, article) in documents) Append(hash, "document", id, article.Revision, article.ContentHash);
        foreach (var question in questions)
        {
            Append(hash, "question", question.Id, question.Text, question.Answerable ? "answerable" : "not", question.Answerability);
            Append(hash, question.Kind, question.Group, question.Split);
            Append(hash, [.. question.Answers]);
            Append(hash, [.. question.Evidence.Select(static evidence => evidence.Text)]);
            Append(hash, [.. question.History.Select(static turn => $"{turn.Role}:{turn.Content}")]);
            Append(hash, [.. question.Qrels
                .OrderBy(static qrel => qrel.Key, StringComparer.Ordinal)
                .Select(static qrel => $"{qrel.Value}:{qrel.Key}")]);
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }

    private static void Append(IncrementalHash hash, params string?[] parts) =>
        hash.AppendData(Encoding.UTF8.GetBytes(string.Join('\0', parts) + "\0\n"));
}
