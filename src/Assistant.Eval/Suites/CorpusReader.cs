using System.Globalization;
using Assistant.Core;

namespace Assistant.Eval.Suites;

/// <summary>Reads <c>corpus.jsonl</c>: <c>{_id, title, text, metadata {url?, source?, author?, publishedAt?}}</c>.</summary>
internal static class CorpusReader
{
    /// <summary>Reads all documents; malformed ones become problems.</summary>
    /// <returns>Corpus id to article, in the order of the file.</returns>
    public static async Task<IReadOnlyDictionary<string, Article>> ReadAsync(
        string path, string suite, ProblemList problems, CancellationToken cancellationToken)
    {
        var documents = new OrderedDictionary<string, Article>(StringComparer.Ordinal);
        await foreach (var (line, record, problem) in JsonLines.ReadAsync(path, cancellationToken))
        {
            if (record is null)
            {
                problems.Add(path, line, problem!);
                continue;
            }

            problems.Try(path, line, () => Add(record, suite, documents));
        }

        return documents;
    }

    private static Article Add(JsonRecord record, string suite, OrderedDictionary<string, Article> documents)
    {
        var id = record.Text("_id");
        var article = ToArticle(record, suite, id);
        return documents.TryAdd(id, article)
            ? article
            : throw new InvalidDataException($"the document id '{id}' is there twice");
    }

    private static Article ToArticle(JsonRecord record, string suite, string id)
    {
        var text = record.Text("text");
        var title = record.FindText("title") ?? "";
        var metadata = record.Record("metadata");
        var url = metadata.FindText("url");
        var source = metadata.FindText("source") ?? suite;
        var author = metadata.FindText("author");
        var publishedAt = ToTime(metadata.FindText("publishedAt"));
        var key = $"{suite}:{id}";
        return new Article
        {
            Id = ArticleKey.ToId(key),
            Revision = ArticleKey.ToRevision(text, title, source, url, author, publishedAt),
            Key = key,
            Title = title,
            Source = source,
            Url = url,
            Author = author,
            PublishedAt = publishedAt,
            Language = metadata.FindText("language") ?? "en",
            Text = text,
            ContentHash = ArticleKey.Hash(text),
        };
    }

    private static DateTimeOffset? ToTime(string? text)
    {
        if (text is null) return null;
        return DateTimeOffset.TryParse(
            text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out var time)
            ? time
            : throw new InvalidDataException($"'publishedAt' is not a time: '{text}'");
    }
}
