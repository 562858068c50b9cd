using System.IO.Compression;
using System.Xml;

namespace Assistant.Core.Ingestion;

/// <summary>Reads Word documents (.docx): a ZIP archive with the text in XML.</summary>
/// <remarks>Neither entities nor external parts are followed; what unpacks to too much is refused.</remarks>
internal static class DocxArticleReader
{
    private const string MainPart = "word/document.xml";
    private const string PropertiesPart = "docProps/core.xml";
    private const int MaximumParts = 10_000;
    private const long MaximumBytes = 64L * 1024 * 1024;

    /// <summary>The draft: paragraphs, headings, list items one a line, table cells by <c> | </c>.</summary>
    /// <exception cref="ArticleRefusedException">It is no Word document, damaged, locked, or unpacks to too much.</exception>
    public static ArticleDraft Read(byte[] bytes)
    {
        if (!bytes.AsSpan().StartsWith("PK"u8))
            throw new ArticleRefusedException("Not a .docx document, or one with a password. Save it anew, or its text as .txt.");
        try
        {
            using var archive = new ZipArchive(new MemoryStream(bytes), ZipArchiveMode.Read);
            if (archive.Entries.Count > MaximumParts) throw new ArticleRefusedException($"It has more than {MaximumParts} parts. Save its text as .txt.");
            return ReadArchive(archive);
        }
        catch (XmlException exception)
        {
            throw new ArticleRefusedException(
                $"The document is damaged: faulty XML at line {exception.LineNumber}, column {exception.LinePosition}. Save it anew, or its text as .txt.");
        }
        catch (Exception exception) when (exception is InvalidDataException or NotSupportedException or EndOfStreamException)
        {
            throw new ArticleRefusedException($"The document is damaged: {exception.Message} Save it anew, or its text as .txt.");
        }
    }

    private static ArticleDraft ReadArchive(ZipArchive archive)
    {
        var main = archive.GetEntry(MainPart)
            ?? throw new ArticleRefusedException("Not a Word document: there is no text part in it. Save its text as .txt.");
        var text = new DocxText();
        using (var part = Open(main)) text.Read(part);
        var (title, language) = archive.GetEntry(PropertiesPart) is { } properties ? ReadProperties(properties) : (null, null);
        return new ArticleDraft
        {
            Lines = [.. text.Lines.SelectMany(CanonicalText.ToLines)],
            Title = CanonicalText.ToLine(text.Title) ?? title,
            Language = language,
        };
    }

    private static (string? Title, string? Language) ReadProperties(ZipArchiveEntry entry)
    {
        var (title, language) = (default(string), default(string));
        using var reader = Open(entry);
        while (reader.Read())
        {
            if (reader is { NodeType: XmlNodeType.Element, IsEmptyElement: false, LocalName: "title" or "language" })
            {
                var name = reader.LocalName;
                var value = reader.Read() && reader.NodeType == XmlNodeType.Text ? CanonicalText.ToLine(reader.Value) : null;
                if (name == "title") title = value;
                else language = value;
            }
        }

        return (title, language);
    }

    private static XmlReader Open(ZipArchiveEntry entry) => SafeXml.Open(new LimitedStream(
        entry.Open(), MaximumBytes, $"It unpacks to more than {MaximumBytes / 1024 / 1024} MB. Save its text as .txt."));
}
