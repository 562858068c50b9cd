using System.Text;
using System.Xml;

namespace Assistant.Core.Ingestion;

/// <summary>Writes the main part of a Word document as lines; reads it once, without recursion.</summary>
internal sealed class DocxText
{
    private const string CellSeparator = " | ";

    private readonly List<string> _lines = [];
    private readonly Stack<Paragraph> _paragraphs = new();
    private readonly Stack<Table> _tables = new();
    private bool _wasItem;

    /// <summary>Empty lines separate blocks; a line may still hold line breaks.</summary>
    public IReadOnlyList<string> Lines => _lines;

    /// <summary>The paragraph in the style for titles; null when there is none.</summary>
    public string? Title { get; private set; }

    /// <summary>Reads the part.</summary>
    public void Read(XmlReader reader)
    {
        var more = reader.Read();
        while (more)
        {
            if (reader.NodeType == XmlNodeType.Element && IsLeftOut(reader.LocalName))
            {
                reader.Skip();
                more = !reader.EOF;
                continue;
            }

            if (reader.NodeType == XmlNodeType.Element) Begin(reader);
            if (reader.NodeType == XmlNodeType.EndElement || (reader.NodeType == XmlNodeType.Element && reader.IsEmptyElement)) End(reader.LocalName);
            if (reader.NodeType is XmlNodeType.Text or XmlNodeType.SignificantWhitespace or XmlNodeType.Whitespace or XmlNodeType.CDATA) Write(reader.Value);
            more = reader.Read();
        }
    }

    /// <summary>What was deleted or moved away, and the older form of what is there in a newer one.</summary>
    private static bool IsLeftOut(string name) => name is "del" or "moveFrom" or "Fallback";

    private void Begin(XmlReader reader)
    {
        switch (reader.LocalName)
        {
            case "p":
                _paragraphs.Push(new Paragraph());
                break;
            case "t" when _paragraphs.TryPeek(out var paragraph):
                paragraph.IsInText = true;
                break;
            case "tab" or "br" or "cr" or "noBreakHyphen" when _paragraphs.TryPeek(out var paragraph):
                paragraph.Text.Append(reader.LocalName switch { "tab" => ' ', "noBreakHyphen" => '-', _ => '\n' });
                break;
            case "pStyle" when _paragraphs.TryPeek(out var paragraph):
                paragraph.Style = reader.GetAttribute("val", reader.NamespaceURI);
                break;
            case "numPr" when _paragraphs.TryPeek(out var paragraph):
                paragraph.IsItem = true;
                break;
            case "tbl":
                _tables.Push(new Table());
                break;
            case "tr" when _tables.TryPeek(out var table):
                table.Rows.Add([]);
                break;
            case "tc" when _tables.TryPeek(out var table) && table.Rows.Count > 0:
                table.Rows[^1].Add(new StringBuilder());
                break;
            default:
                break;
        }
    }

    private void End(string name)
    {
        if (name == "t" && _paragraphs.TryPeek(out var current)) current.IsInText = false;
        else if (name == "p" && _paragraphs.TryPop(out var paragraph)) EndParagraph(paragraph);
        else if (name == "tbl" && _tables.TryPop(out var table)) EndTable(table);
    }

    private void Write(string text)
    {
        if (_paragraphs.TryPeek(out var paragraph) && paragraph.IsInText) paragraph.Text.Append(text);
    }

    private void EndParagraph(Paragraph paragraph)
    {
        var text = paragraph.Text.ToString();
        if (string.IsNullOrWhiteSpace(text)) return;
        if (paragraph.Style is "Title" or "Titel") Title ??= text;
        if (_tables.TryPeek(out var table) && table.Cell is { } cell) Join(cell, text);
        else AddLine(text, paragraph.IsItem);
    }

    /// <summary>A table's rows are lines; those of a table within a cell become one with the cell.</summary>
    private void EndTable(Table table)
    {
        var rows = table.Rows.Select(static row => string.Join(CellSeparator, row.Select(static cell => cell.ToString())))
            .Where(static row => row.Replace(CellSeparator, "", StringComparison.Ordinal).Length > 0).ToList();
        if (_tables.TryPeek(out var outer) && outer.Cell is { } cell)
        {
            foreach (var row in rows) Join(cell, row);
            return;
        }

        for (var i = 0; i < rows.Count; i++) AddLine(rows[i], goesOn: i > 0, isItem: false);
    }

    private void AddLine(string text, bool isItem) => AddLine(text, isItem && _wasItem, isItem);

    private void AddLine(string text, bool goesOn, bool isItem)
    {
        if (!goesOn) _lines.Add("");
        _lines.Add(text);
        _wasItem = isItem;
    }

    private static void Join(StringBuilder cell, string text)
    {
        if (cell.Length > 0) cell.Append(' ');
        cell.Append(text.ReplaceLineEndings(" ").Trim());
    }

    private sealed class Paragraph
    {
        public StringBuilder Text { get; } = new();

        public bool IsInText { get; set; }

        public bool IsItem { get; set; }

        public string? Style { get; set; }
    }

    private sealed class Table
    {
        public List<List<StringBuilder>> Rows { get; } = [];

        /// <summary>The cell that is being read; null between cells.</summary>
        public StringBuilder? Cell => Rows.Count > 0 && Rows[^1].Count > 0 ? Rows[^1][^1] : null;
    }
}
