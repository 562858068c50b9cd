using System.Globalization;

namespace Assistant.Eval.Suites;

/// <summary>Reads <c>qrels/*.tsv</c>: query id, corpus id, grade; with or without a header; TREC's four columns too.</summary>
internal static class QrelsReader
{
    /// <summary>One judgement and where it stands.</summary>
    internal sealed record Qrel(string QuestionId, string DocumentId, int Grade, string Path, int Line);

    /// <summary>Reads one file; malformed lines become problems.</summary>
    public static async Task<IReadOnlyList<Qrel>> ReadAsync(
        string path, ProblemList problems, CancellationToken cancellationToken)
    {
        var qrels = new List<Qrel>();
        var line = 0;
        await foreach (var text in File.ReadLinesAsync(path, cancellationToken))
        {
            line++;
            if (string.IsNullOrWhiteSpace(text)) continue;
            var columns = text.Split('\t');
            if (line == 1 && IsHeader(columns)) continue;
            if (problems.Try(path, line, () => Parse(columns, path, line)) is { } qrel) qrels.Add(qrel);
        }

        return qrels;
    }

    private static bool IsHeader(string[] columns) =>
        !int.TryParse(columns[^1], NumberStyles.Integer, CultureInfo.InvariantCulture, out _);

    private static Qrel Parse(string[] columns, string path, int line)
    {
        if (columns.Length is not (3 or 4))
            throw new InvalidDataException($"{columns.Length} columns instead of query id, corpus id, score");
        return int.TryParse(columns[^1], NumberStyles.Integer, CultureInfo.InvariantCulture, out var grade)
            ? new Qrel(columns[0], columns[^2], Math.Max(0, grade), path, line)
            : throw new InvalidDataException($"the score '{columns[^1]}' is not a whole number");
    }
}
