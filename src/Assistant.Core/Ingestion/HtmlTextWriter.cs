using System.Text;
using AngleSharp.Dom;

namespace Assistant.Core.Ingestion;

/// <summary>Writes a part of a page as plain text: blocks by a blank line, list items one a line, cells by <c> | </c>.</summary>
internal sealed class HtmlTextWriter
{
    private const int BlockBreak = 2;
    private const int LineBreak = 1;
    private const int WordBreak = 0;
    private const int NoBreak = -1;

    private static readonly HashSet<string> Blocks = Names(
        "address article aside blockquote body center dd details div dl dt fieldset figure footer form h1 h2 h3 h4 h5 h6 header " +
        "hr main ol p pre section table ul summary tr td th");

    private static readonly HashSet<string> Lines = Names("li dt dd");

    private static readonly HashSet<string> Unseen = Names(
        "script style template noscript head title iframe object embed svg math canvas audio video picture img input button select textarea");

    private readonly StringBuilder _text = new();
    private int _pending = NoBreak;

    /// <summary>Largest break allowed here: inside an item a line, inside a cell a space.</summary>
    private int _largestBreak = BlockBreak;

    private bool _isPreformatted;

    /// <summary>The element's visible text; white space within lines is not tidied.</summary>
    public static string Write(IElement element)
    {
        var writer = new HtmlTextWriter();
        writer.WriteChildren(element);
        return writer._text.ToString();
    }

    private void WriteChildren(INode parent)
    {
        for (var node = parent.FirstChild; node is not null; node = node.NextSibling)
        {
            if (node is IText text)
            {
                WriteText(text.Data);
            }
            else if (node is IElement element && !Unseen.Contains(element.LocalName))
            {
                WriteElement(element);
            }
        }
    }

    private void WriteElement(IElement element)
    {
        var name = element.LocalName;
        if (name == "br")
        {
            Break(LineBreak);
        }
        else if (name == "table" && IsData(element))
        {
            WriteData(element);
        }
        else if (Lines.Contains(name))
        {
            WriteWithin(element, LineBreak, LineBreak);
        }
        else if (Blocks.Contains(name))
        {
            WriteWithin(element, BlockBreak, BlockBreak);
        }
        else
        {
            WriteChildren(element);
        }
    }

    /// <summary>Writes the element between two breaks, with no larger ones inside it.</summary>
    private void WriteWithin(IElement element, int around, int largestInside)
    {
        var (largestBreak, isPreformatted) = (_largestBreak, _isPreformatted);
        Break(around);
        _largestBreak = Math.Min(_largestBreak, largestInside);
        _isPreformatted |= element.LocalName == "pre";
        WriteChildren(element);
        (_largestBreak, _isPreformatted) = (largestBreak, isPreformatted);
        Break(around);
    }

    private void WriteData(IElement table)
    {
        Break(BlockBreak);
        foreach (var row in table.QuerySelectorAll("tr"))
        {
            Break(LineBreak);
            var isFirst = true;
            foreach (var cell in row.Children)
            {
                if (!isFirst) Append(" | ");
                isFirst = false;
                WriteWithin(cell, WordBreak, WordBreak);
                _pending = NoBreak;
            }
        }

        Break(BlockBreak);
    }

    private void WriteText(string data)
    {
        if (string.IsNullOrWhiteSpace(data))
        {
            if (data.Length > 0) _pending = Math.Max(_pending, WordBreak);
            return;
        }

        if (char.IsWhiteSpace(data[0])) _pending = Math.Max(_pending, WordBreak);
        Append(_isPreformatted ? data : data.Replace('\n', ' ').Trim());
        if (char.IsWhiteSpace(data[^1])) _pending = WordBreak;
    }

    private void Append(string text)
    {
        if (_text.Length > 0)
        {
            _text.Append(_pending switch
            {
                BlockBreak => "\n\n",
                LineBreak => "\n",
                WordBreak => " ",
                _ => "",
            });
        }

        _pending = NoBreak;
        _text.Append(text);
    }

    private void Break(int size) => _pending = Math.Max(_pending, Math.Min(size, _largestBreak));

    /// <summary>A table lays out a page when a cell holds blocks or when it has one column; else it holds data.</summary>
    private static bool IsData(IElement table) =>
        table.QuerySelector("p, div, table, h1, h2, h3, h4, ul, ol, section, article, blockquote") is null
        && table.QuerySelectorAll("tr").Any(row => row.ChildElementCount > 1);

    private static HashSet<string> Names(string list) => new(list.Split(' '), StringComparer.Ordinal);
}
