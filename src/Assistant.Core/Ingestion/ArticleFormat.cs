namespace Assistant.Core.Ingestion;

/// <summary>The readers of formats that hold one article, by file name extension and by media type.</summary>
internal static class ArticleFormat
{
    private const string Readable = "Save it as .txt, .md, .html, .docx or .jsonl.";

    /// <summary>Whether the file holds an article a line.</summary>
    public static bool IsJsonLines(string path) => ExtensionOf(path) is ".jsonl" or ".ndjson";

    /// <summary>The reader for a file.</summary>
    /// <exception cref="ArticleRefusedException">There is none; the message names the format.</exception>
    public static Func<RawArticle, ArticleDraft> OfFile(string path) => ExtensionOf(path) switch
    {
        ".txt" or ".text" or "" => Text,
        ".md" or ".markdown" => Markdown,
        ".html" or ".htm" or ".xhtml" => Html,
        ".docx" => Docx,
        ".pdf" => throw Pdf(),
        var other => throw new ArticleRefusedException($"{other} files are not read. {Readable}"),
    };

    /// <summary>The reader for a page.</summary>
    /// <param name="mediaType">As its server states it, without parameters; null when it states none.</param>
    /// <param name="path">The address's path, which decides when the media type says nothing.</param>
    /// <exception cref="ArticleRefusedException">There is none; the message names the format.</exception>
    public static Func<RawArticle, ArticleDraft> OfPage(string? mediaType, string path) => mediaType?.ToLowerInvariant() switch
    {
        "text/html" or "application/xhtml+xml" => Html,
        "text/markdown" or "text/x-markdown" => Markdown,
        "text/plain" => ExtensionOf(path) is ".md" or ".markdown" ? Markdown : Text,
        "application/vnd.openxmlformats-officedocument.wordprocessingml.document" => Docx,
        "application/pdf" => throw Pdf(),
        null or "" or "application/octet-stream" => ExtensionOf(path) is "" ? Html : OfFile(path),
        var other => throw new ArticleRefusedException($"{other} is not read, only HTML, Markdown, plain text, .docx and feeds."),
    };

    private static ArticleDraft Text(RawArticle raw) => raw.IsRaw
        ? new ArticleDraft { Lines = raw.ToText().Split('\n'), IsExact = true }
        : PlainTextArticleReader.Read(raw.ToText());

    private static ArticleDraft Markdown(RawArticle raw) => MarkdownArticleReader.Read(raw.ToText());

    private static ArticleDraft Html(RawArticle raw)
    {
        var markup = (raw with { Charset = raw.Charset ?? StatedCharset.OfMarkup(raw.Bytes) }).ToText();
        return raw.IsRaw ? HtmlArticleReader.ReadAll(markup) : HtmlArticleReader.Read(markup);
    }

    private static ArticleDraft Docx(RawArticle raw) => DocxArticleReader.Read(raw.Bytes);

    private static ArticleRefusedException Pdf() => new(
        ".pdf files are not read: no PDF library under a permissive licence could be had. Save its text as .txt or .docx.");

    private static string ExtensionOf(string path) => Path.GetExtension(path).ToLowerInvariant();
}
