using System.IO.Compression;
using System.Text;
using Assistant.Core.Ingestion;

namespace Assistant.Tests.Ingestion;

public sealed class DocxArticleReaderTests
{
    private const string Namespace = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";

    [Fact]
    public void Writes_paragraphs_headings_lists_and_tables()
    {
        var draft = Read(
            "<w:p><w:pPr><w:pStyle w:val='Title'/></w:pPr><w:r><w:t>Talks in the capital</w:t></w:r></w:p>"
            + "<w:p><w:pPr><w:pStyle w:val='Heading1'/></w:pPr><w:r><w:t>Trade</w:t></w:r></w:p>"
            + "<w:p><w:r><w:t>They m</w:t></w:r><w:r><w:t xml:space='preserve'>et </w:t></w:r><w:r><w:t>on</w:t><w:tab/><w:t>Monday.</w:t><w:br/><w:t>Late.</w:t></w:r></w:p>"
            + Item("One") + Item("Two")
            + "<w:tbl><w:tr>" + Cell("Ship") + Cell("Year") + "</w:tr><w:tr>" + Cell("Fram") + Cell("1892") + "</w:tr></w:tbl>");

        Assert.Equal("Talks in the capital", draft.Title);
        Assert.Equal(
            "Talks in the capital\n\nTrade\n\nThey met on Monday.\nLate.\n\nOne\nTwo\n\nShip | Year\nFram | 1892",
            CanonicalText.Join(draft.Lines));
    }

    [Fact]
    public void A_table_within_a_cell_becomes_part_of_the_cell()
    {
        const string Inner = "<w:tbl><w:tr><w:tc><w:p><w:r><w:t>a</w:t></w:r></w:p></w:tc><w:tc><w:p><w:r><w:t>b</w:t></w:r></w:p></w:tc></w:tr></w:tbl>";

        var draft = Read($"<w:tbl><w:tr>{Cell("Outer")}<w:tc>{Inner}<w:p/></w:tc></w:tr></w:tbl>");

        Assert.Equal("Outer | a | b", CanonicalText.Join(draft.Lines));
    }

    [Fact]
    public void Leaves_out_what_was_deleted_and_instructions_and_keeps_what_was_inserted()
    {
        var draft = Read(
            "<w:p><w:del><w:r><w:delText>old</w:delText></w:r></w:del><w:ins><w:r><w:t>new</w:t></w:r></w:ins>"
            + "<w:r><w:instrText>PAGE 1</w:instrText></w:r><w:r><w:t> text</w:t></w:r></w:p>"
            + "<mc:AlternateContent xmlns:mc='m'><mc:Choice><w:p><w:r><w:t>box</w:t></w:r></w:p></mc:Choice>"
            + "<mc:Fallback><w:p><w:r><w:t>box</w:t></w:r></w:p></mc:Fallback></mc:AlternateContent>");

        Assert.Equal("new text\n\nbox", CanonicalText.Join(draft.Lines));
    }

    [Fact]
    public void Takes_title_and_language_from_the_properties()
    {
        var draft = DocxArticleReader.Read(Zip(
            ("word/document.xml", Document("<w:p><w:r><w:t>Text.</w:t></w:r></w:p>")),
            ("docProps/core.xml", "<p xmlns:dc='d'><dc:title>From the properties</dc:title><dc:language>de-AT</dc:language></p>")));

        Assert.Equal(("From the properties", "de-AT"), (draft.Title, draft.Language));
    }

    [Fact]
    public void What_unpacks_to_too_much_is_refused()
    {
        var bomb = Zip(("word/document.xml", Document($"<w:p><w:r><w:t>{new string('a', 70_000_000)}</w:t></w:r></w:p>")));

        Assert.True(bomb.Length < 1_000_000);
        Assert.Contains("unpacks to more than 64 MB", Refusal(bomb), StringComparison.Ordinal);
    }

    [Fact]
    public void Entities_are_not_read()
    {
        var xml = "<!DOCTYPE d [<!ENTITY e SYSTEM \"file:///etc/passwd\"><!ENTITY a \"aaaa\"><!ENTITY b \"&a;&a;\">]>"
            + Document("<w:p><w:r><w:t>&e;&b;</w:t></w:r></w:p>");

        Assert.Contains("damaged", Refusal(Zip(("word/document.xml", xml))), StringComparison.Ordinal);
    }

    [Fact]
    public void Deep_elements_and_tables_do_not_crash()
    {
        var draft = Read(string.Concat(Enumerable.Repeat("<w:tbl><w:tr><w:tc>", 5000)) + "<w:p><w:r><w:t>deep</w:t></w:r></w:p>"
            + string.Concat(Enumerable.Repeat("</w:tc></w:tr></w:tbl>", 5000)));

        Assert.Equal("deep", CanonicalText.Join(draft.Lines));
    }

    [Fact]
    public void What_is_no_document_is_refused_with_a_reason()
    {
        Assert.Contains("Not a .docx", Refusal("plain text"u8.ToArray()), StringComparison.Ordinal);
        Assert.Contains("no text part", Refusal(Zip(("other.xml", "<x/>"))), StringComparison.Ordinal);
        Assert.Contains("damaged", Refusal(Zip(("word/document.xml", "<open>"))), StringComparison.Ordinal);
        var cut = Zip(("word/document.xml", Document("<w:p/>")));
        Assert.Contains("damaged", Refusal(cut[..(cut.Length / 2)]), StringComparison.Ordinal);
    }

    private static string Refusal(byte[] bytes) => Assert.Throws<ArticleRefusedException>(() => DocxArticleReader.Read(bytes)).Message;

    private static ArticleDraft Read(string body) => DocxArticleReader.Read(Zip(("word/document.xml", Document(body))));

    private static string Document(string body) => $"<w:document xmlns:w='{Namespace}'><w:body>{body}</w:body></w:document>";

    private static string Item(string text) => $"<w:p><w:pPr><w:numPr/></w:pPr><w:r><w:t>{text}</w:t></w:r></w:p>";

    private static string Cell(string text) => $"<w:tc><w:p><w:r><w:t>{text}</w:t></w:r></w:p></w:tc>";

    private static byte[] Zip(params (string Name, string Text)[] parts)
    {
        using var bytes = new MemoryStream();
        using (var archive = new ZipArchive(bytes, ZipArchiveMode.Create))
        {
            foreach (var (name, text) in parts)
            {
                using var part = archive.CreateEntry(name).Open();
                part.Write(Encoding.UTF8.GetBytes(text));
            }
        }

        return bytes.ToArray();
    }
}
