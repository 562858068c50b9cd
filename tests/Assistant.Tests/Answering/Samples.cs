using Assistant.Core;

namespace Assistant.Tests.Answering;

/// <summary>Articles and passages made up for a test.</summary>
internal static class Samples
{
    public static Article Article(string id, string text, string title = "A title") => new()
    {
        Id = id,
        Revision = "r",
        Key = id,
        Title = title,
        Source = "Sample Wire",
        PublishedAt = new DateTimeOffset(2019, 8, 27, 0, 0, 0, TimeSpan.Zero),
        Text = text,
        ContentHash = ArticleKey.Hash(text),
    };

    public static RankedPassage Passage(Article article, string text)
    {
        var start = article.Text.IndexOf(text, StringComparison.Ordinal);
        return new RankedPassage
        {
            PassageId = new Guid(start, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10),
            ArticleId = article.Id,
            Revision = article.Revision,
            Title = article.Title,
            Source = article.Source,
            PublishedAt = article.PublishedAt,
            Start = start,
            End = start + text.Length,
            Text = text,
            DenseScore = 0.5,
            LexicalScore = 1,
        };
    }
}
