using System.Runtime.CompilerServices;

namespace Assistant.Core.Ingestion;

/// <summary>Reads files as articles: decodes, extracts the text, lifts the metadata, drops what is not the article.</summary>
/// <param name="time">Clock for <see cref="Article.IngestedAt"/>.</param>
internal sealed class ArticleReader(TimeProvider time)
{
    private readonly ArticleBuilder _builder = new(time);
    private readonly JsonLinesReader _lines = new(new ArticleBuilder(time));

    /// <summary>All articles of a file; a reading without an article where the file, or a line of it, is none.</summary>
    public IAsyncEnumerable<ArticleReading> ReadAllAsync(
        ArticleFile file, IngestionOptions options, CancellationToken cancellationToken) =>
        file.Refusal is null && ArticleFormat.IsJsonLines(file.Path)
            ? _lines.ReadAsync(file, options, cancellationToken)
            : ReadOneAsync(file, options, cancellationToken);

    /// <summary>The article of a file that holds one, and the blocks that were dropped from it.</summary>
    /// <param name="file">The file to read.</param>
    /// <param name="options">How: largest size, stated key and title.</param>
    /// <param name="cancellationToken">Cancels reading.</param>
    /// <exception cref="ArticleRefusedException">The file cannot become an article.</exception>
    public async Task<(Article Article, IReadOnlyList<RemovedBlock> Removed)> ReadAsync(
        ArticleFile file, IngestionOptions options, CancellationToken cancellationToken)
    {
        if (file.Refusal is not null) throw new ArticleRefusedException(file.Refusal);
        var read = ArticleFormat.OfFile(file.Path);
        var bytes = await ArticleBytes.ReadAsync(file.Path, options.MaximumFileBytes, cancellationToken);
        var draft = ArticleBuilder.Extract(read, new RawArticle(bytes, Charset: null, options.IsRaw));
        return (_builder.Build(draft, ArticleOrigin.Of(file, options)), draft.Removed);
    }

    private async IAsyncEnumerable<ArticleReading> ReadOneAsync(
        ArticleFile file, IngestionOptions options, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        ArticleReading reading;
        try
        {
            var (article, removed) = await ReadAsync(file, options, cancellationToken);
            reading = new ArticleReading(file.Path) { Article = article, Removed = removed, Source = file.ToSource(article.Id) };
        }
        catch (ArticleRefusedException refusal)
        {
            reading = new ArticleReading(file.Path) { Reason = refusal.Message };
        }

        yield return reading;
    }
}
