using System.Text;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace Assistant.Core.Ingestion;

/// <summary>The visible text of a Markdown paragraph, heading or cell.</summary>
internal static class MarkdownInlineText
{
    /// <summary>Text without marks; a hard line break is a line end, a soft one a space; empty for no block.</summary>
    public static string Of(LeafBlock? block)
    {
        var text = new StringBuilder();
        if (block?.Inline is not null) Append(block.Inline, text);
        return text.ToString();
    }

    /// <summary>Walks without recursion: marks may be nested as deep as a file is long.</summary>
    private static void Append(ContainerInline root, StringBuilder text)
    {
        var open = new Stack<Inline>();
        if (root.FirstChild is not null) open.Push(root.FirstChild);
        while (open.TryPop(out var inline))
        {
            if (inline.NextSibling is not null) open.Push(inline.NextSibling);
            if (inline is ContainerInline container)
            {
                if (inline is not LinkInline { IsImage: true } && container.FirstChild is not null) open.Push(container.FirstChild);
            }
            else
            {
                text.Append(TextOf(inline));
            }
        }
    }

    private static string TextOf(Inline inline) => inline switch
    {
        LiteralInline literal => literal.Content.ToString(),
        CodeInline code => code.Content,
        AutolinkInline link => link.Url,
        HtmlEntityInline entity => entity.Transcoded.ToString(),
        LineBreakInline { IsHard: true } => "\n",
        LineBreakInline => " ",
        HtmlInline html when html.Tag.StartsWith("<br", StringComparison.OrdinalIgnoreCase) => "\n",
        _ => "",
    };
}
