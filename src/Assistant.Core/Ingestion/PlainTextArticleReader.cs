namespace Assistant.Core.Ingestion;

/// <summary>Reads articles that were saved, or extracted from a page or a PDF, as plain text.</summary>
internal static class PlainTextArticleReader
{
    /// <summary>The draft: page furniture dropped, hard line breaks undone.</summary>
    /// <param name="text">Decoded text.</param>
    public static ArticleDraft Read(string text)
    {
        var lines = CanonicalText.ToLines(text);
        var furniture = PageFurniture.Find(lines);
        var kept = lines.Select((line, index) => furniture[index] is null ? line : null).ToList();
        var dropped = Enumerable.Range(0, lines.Length).Where(index => furniture[index] is not null).ToList();
        return new ArticleDraft
        {
            Lines = LineJoiner.Join(kept),
            Source = dropped.Select(index => PageFurniture.SiteOf(lines[index])).FirstOrDefault(site => site is not null),
            Removed = [.. dropped.Select(index => new RemovedBlock(lines[index], furniture[index]!))],
        };
    }
}
