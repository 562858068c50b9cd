namespace Assistant.Core.Ingestion;

/// <summary>Makes articles of drafts: drops what is not the article, decides title, publisher, language and key.</summary>
/// <param name="time">Clock for <see cref="Article.IngestedAt"/>.</param>
internal sealed class ArticleBuilder(TimeProvider time)
{
    /// <summary>The draft of a format's reader, cleaned unless it is to stay as it is.</summary>
    /// <exception cref="ArticleRefusedException">The markup is faulty.</exception>
    public static ArticleDraft Extract(Func<RawArticle, ArticleDraft> read, RawArticle raw)
    {
        try
        {
            var draft = read(raw);
            return raw.IsRaw ? draft : TrailingLines.Drop(HeaderLines.Lift(MojibakeLines.Drop(draft)));
        }
        catch (Exception exception) when (exception is ArgumentException or InvalidOperationException or FormatException
            or IndexOutOfRangeException or NullReferenceException or OverflowException)
        {
            throw new ArticleRefusedException($"The file's markup cannot be read ({exception.GetType().Name}). Save its text as .txt.");
        }
    }

    /// <summary>The article.</summary>
    /// <exception cref="ArticleRefusedException">There is no text in it.</exception>
    public Article Build(ArticleDraft draft, ArticleOrigin origin)
    {
        var text = draft.IsExact ? string.Join('\n', draft.Lines) : CanonicalText.Join(draft.Lines);
        if (string.IsNullOrWhiteSpace(text)) throw NoText(draft);
        var key = origin.StatedKey ?? draft.Url ?? origin.Key;
        var title = ArticleTitle.Decide(origin.StatedTitle ?? draft.Title, text, origin.Name);
        var source = draft.Source ?? ArticleUrl.HostOf(draft.Url) ?? ArticleTitle.AgencyOf(text) ?? origin.Source;
        return new Article
        {
            Id = ArticleKey.ToId(key),
            Revision = ArticleKey.ToRevision(text, title, source, draft.Url, draft.Author, draft.PublishedAt),
            Key = key,
            Title = title,
            Source = source,
            Url = draft.Url,
            Author = draft.Author,
            PublishedAt = draft.PublishedAt,
            Language = LanguageVote.Decide(draft.Language, text),
            Text = text,
            ContentHash = ArticleKey.Hash(text),
            IngestedAt = time.GetUtcNow(),
        };
    }

    private static ArticleRefusedException NoText(ArticleDraft draft) => new(draft.Removed.Any(MojibakeLines.IsReason)
        ? "Its text was decoded wrongly before it was saved (mojibake). Save it again in UTF-8."
        : "There is no text in it besides menus, headers and the like.");
}
