using System.Text;
using System.Text.Json;

namespace Assistant.Core.Indexing.Qdrant;

/// <summary>Cuts a revision into records that each fit into a request, and puts them together again.</summary>
internal static class ArticleParts
{
    private const int CharactersPerPart = 256 * 1024;
    private const int PassagesPerPart = 128;

    /// <summary>The revision's points, as JSON: the record first, then its further parts.</summary>
    public static IEnumerable<byte[]> ToPoints(
        Article article, IReadOnlyList<RemovedBlock> removed, IReadOnlyList<EmbeddedPassage> passages)
    {
        var text = Pieces(article.Text);
        var blocks = removed.Count == 0 ? [] : Pieces(JsonSerializer.Serialize(removed));
        var groups = passages.Select(ToRecord).Chunk(PassagesPerPart).ToList();
        var parts = Math.Max(text.Count, Math.Max(blocks.Count, groups.Count)) - 1;
        yield return QdrantJson.Write(new Point<RevisionRecord>(
            RecordIds.Revision(article.Id, article.Revision),
            PointVectors.None,
            ToRecord(article) with
            {
                PartCount = Math.Max(parts, 0),
                Text = text.ElementAtOrDefault(0),
                Removed = blocks.ElementAtOrDefault(0),
                Passages = groups.ElementAtOrDefault(0),
            }));
        for (var i = 1; i <= parts; i++)
        {
            yield return QdrantJson.Write(new Point<PartRecord>(
                RecordIds.Part(article.Id, article.Revision, i),
                PointVectors.None,
                new PartRecord
                {
                    ArticleId = article.Id,
                    Revision = article.Revision,
                    Text = text.ElementAtOrDefault(i),
                    Removed = blocks.ElementAtOrDefault(i),
                    Passages = groups.ElementAtOrDefault(i),
                }));
        }
    }

    /// <summary>The revision's article.</summary>
    /// <param name="record">Its first part.</param>
    /// <param name="parts">All its parts in order, the first one too.</param>
    /// <param name="key">The article's key.</param>
    public static Article ToArticle(RevisionRecord record, IReadOnlyList<RevisionPart> parts, string key) => new()
    {
        Id = record.ArticleId,
        Key = key,
        Revision = record.Revision,
        Title = record.Title,
        Source = record.Source,
        Url = record.Url,
        Author = record.Author,
        PublishedAt = StoredTime.ReadNullable(record.PublishedAt),
        Language = record.Language,
        ContentHash = record.ContentHash,
        IngestedAt = StoredTime.Read(record.IngestedAt),
        Text = Join(parts.Select(static part => part.Text)),
    };

    public static IReadOnlyList<RemovedBlock> ToRemoved(IReadOnlyList<RevisionPart> parts)
    {
        var json = Join(parts.Select(static part => part.Removed));
        return json.Length == 0 ? [] : JsonSerializer.Deserialize<List<RemovedBlock>>(json)!;
    }

    /// <summary>The passages by ordinal, with their embeddings bit for bit.</summary>
    /// <exception cref="IndexException">An embedding has another length.</exception>
    public static IReadOnlyList<EmbeddedPassage> ToPassages(
        Article article, IReadOnlyList<RevisionPart> parts, int dimension) =>
    [
        .. parts.SelectMany(static part => part.Passages ?? [])
            .OrderBy(static passage => passage.Ordinal)
            .Select(passage => ToPassage(article, passage, dimension)),
    ];

    private static EmbeddedPassage ToPassage(Article article, PassageRecord record, int dimension)
    {
        var embedding = new float[dimension];
        if (!StoredVector.TryRead(record.Embedding, embedding) || record.End > article.Text.Length)
        {
            throw QdrantErrors.Damaged(article.Id);
        }

        var passage = new Passage
        {
            Id = record.Id,
            ArticleId = article.Id,
            Ordinal = record.Ordinal,
            Start = record.Start,
            End = record.End,
            Text = article.Text[record.Start..record.End],
            Heading = record.Heading,
        };
        return new EmbeddedPassage(passage, embedding);
    }

    private static RevisionRecord ToRecord(Article article) => new()
    {
        ArticleId = article.Id,
        Revision = article.Revision,
        Title = article.Title,
        Source = article.Source,
        Url = article.Url,
        Author = article.Author,
        PublishedAt = StoredTime.Write(article.PublishedAt),
        Language = article.Language,
        ContentHash = article.ContentHash,
        IngestedAt = StoredTime.Write(article.IngestedAt),
    };

    private static PassageRecord ToRecord(EmbeddedPassage embedded) => new(
        embedded.Passage.Id,
        embedded.Passage.Ordinal,
        embedded.Passage.Start,
        embedded.Passage.End,
        embedded.Passage.Heading,
        StoredVector.Write(embedded.Embedding.Span));

    // Never between the two halves of a character: alone they cannot be written.
    private static List<string> Pieces(string text)
    {
        var pieces = new List<string>();
        for (var start = 0; start < text.Length;)
        {
            var end = Math.Min(start + CharactersPerPart, text.Length);
            if (end < text.Length && char.IsHighSurrogate(text[end - 1])) end--;
            pieces.Add(text[start..end]);
            start = end;
        }

        return pieces;
    }

    private static string Join(IEnumerable<string?> pieces) =>
        pieces.Aggregate(new StringBuilder(), static (text, piece) => text.Append(piece)).ToString();
}
