namespace Assistant.Core.Ingestion;

/// <summary>Reads a file as an article: decodes it, extracts its text, lifts its metadata, drops what is not the article.</summary>
/// <param name="time">Clock for <see cref="Article.IngestedAt"/>.</param>
internal sealed class ArticleReader(TimeProvider time)
{
    /// <summary>The article and the blocks that were dropped from it.</summary>
    /// <param name="file">The file to read.</param>
    /// <param name="options">How: largest size, stated key and title.</param>
    /// <param name="cancellationToken">Cancels reading.</param>
    /// <exception cref="ArticleRefusedException">The file cannot become an article.</exception>
    public async Task<(Article Article, IReadOnlyList<RemovedBlock> Removed)> ReadAsync(
        ArticleFile file, IngestionOptions options, CancellationToken cancellationToken)
    {
        if (file.Refusal is not null) throw new ArticleRefusedException(file.Refusal);
        var read = FormatOf(file.Path);
        var bytes = await ReadBytesAsync(file.Path, options.MaximumFileBytes, cancellationToken);
        var draft = Extract(read, CanonicalText.Normalize(TextDecoder.Decode(bytes)));
        draft = TrailingLines.Drop(HeaderLines.Lift(draft));
        return (Finish(draft, file, options), draft.Removed);
    }

    private static Func<string, ArticleDraft> FormatOf(string path) => Path.GetExtension(path).ToLowerInvariant() switch
    {
        ".txt" or ".text" or "" => PlainTextArticleReader.Read,
        ".md" or ".markdown" => MarkdownArticleReader.Read,
        ".html" or ".htm" or ".xhtml" => HtmlArticleReader.Read,
        var other => throw new ArticleRefusedException($"{other} files are not read. Save it as .txt, .md or .html."),
    };

    private static async Task<byte[]> ReadBytesAsync(string path, long maximumBytes, CancellationToken cancellationToken)
    {
        try
        {
            var length = new FileInfo(path).Length;
            if (length == 0) throw new ArticleRefusedException("The file is empty.");
            if (length > maximumBytes) throw TooLarge(length, maximumBytes);
            var bytes = await File.ReadAllBytesAsync(path, cancellationToken);
            return bytes.Length <= maximumBytes ? bytes : throw TooLarge(bytes.Length, maximumBytes);
        }
        catch (Exception exception) when (exception is FileNotFoundException or DirectoryNotFoundException)
        {
            throw new ArticleRefusedException("The file vanished, or its link leads nowhere. Run again once it is back.");
        }
        catch (UnauthorizedAccessException)
        {
            throw new ArticleRefusedException("No permission to read this file. Allow it, or run as a user who may.");
        }
        catch (IOException exception)
        {
            throw new ArticleRefusedException($"The file cannot be read: {exception.Message}");
        }
    }

    private static ArticleRefusedException TooLarge(long bytes, long maximumBytes) => new(
        $"Too large: {bytes / 1024 / 1024} MB, at most {maximumBytes / 1024 / 1024} MB are read. Split it into articles.");

    private static ArticleDraft Extract(Func<string, ArticleDraft> read, string text)
    {
        try
        {
            return read(text);
        }
        catch (Exception exception) when (exception is ArgumentException or InvalidOperationException or FormatException
            or IndexOutOfRangeException or NullReferenceException or OverflowException)
        {
            throw new ArticleRefusedException($"The file's markup cannot be read ({exception.GetType().Name}). Save its text as .txt.");
        }
    }

    private Article Finish(ArticleDraft draft, ArticleFile file, IngestionOptions options)
    {
        var text = CanonicalText.Join(draft.Lines);
        if (text.Length == 0) throw new ArticleRefusedException("There is no text in it besides menus, headers and the like.");
        var key = options.Key ?? draft.Url ?? file.Key;
        var title = ArticleTitle.Decide(options.Title ?? draft.Title, text, Path.GetFileName(file.RelativePath));
        var source = draft.Source ?? ArticleUrl.HostOf(draft.Url) ?? ArticleTitle.AgencyOf(text) ?? file.RootName;
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
}
