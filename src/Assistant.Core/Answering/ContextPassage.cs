using Assistant.Core.Answering.Checking;

namespace Assistant.Core.Answering;

/// <summary>A stretch of an article in the generator's context: a passage, or neighbours joined.</summary>
/// <param name="Number">1-based number by which the generator cites it.</param>
/// <param name="Article">The article.</param>
/// <param name="PassageId">The best passage in it.</param>
/// <param name="Start">First UTF-16 code unit in the article's text.</param>
/// <param name="End">One past the last UTF-16 code unit.</param>
public sealed record ContextPassage(int Number, Article Article, Guid PassageId, int Start, int End)
{
    /// <summary>The characters at those offsets.</summary>
    public string Text => Article.Text[Start..End];

    /// <summary>As the checker sees it.</summary>
    public CitedPassage ToCited() => new(Article.Title, Text, Article.PublishedAt);
}
