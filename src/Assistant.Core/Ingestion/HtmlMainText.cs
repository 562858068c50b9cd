using AngleSharp.Dom;

namespace Assistant.Core.Ingestion;

/// <summary>Finds the element that holds a page's running text.</summary>
internal static class HtmlMainText
{
    /// <summary>Shorter pieces of text are labels more often than prose.</summary>
    private const int ProseLength = 40;

    private const double MostOfPage = 0.5;
    private const double NearlyAll = 0.9;

    private static readonly HashSet<string> Containers = new(
        "article body center div fieldset font form main section span table tbody td tr".Split(' '), StringComparer.Ordinal);

    /// <summary>
    /// The stated article if it holds most of the page's prose; from there, or from the body, down to the innermost element
    /// that holds nearly all of it and has no prose before it.
    /// </summary>
    public static IElement Choose(IElement body)
    {
        var prose = CountProse(body);
        var all = prose.GetValueOrDefault(body);
        var stated = body.QuerySelectorAll("article, main, [role=main], [itemprop=articleBody]")
            .MaxBy(element => prose.GetValueOrDefault(element));
        var main = stated is not null && prose.GetValueOrDefault(stated) >= all * MostOfPage ? stated : body;
        while (NextInside(main, prose) is { } inner) main = inner;
        return main;
    }

    /// <summary>Records what lies outside as removed.</summary>
    /// <returns>Date lines and bylines above the main text, which belong to the article.</returns>
    public static IReadOnlyList<string> DropOutside(IElement body, IElement main, List<RemovedBlock> removed)
    {
        var facts = new List<string>();
        for (var inner = main; inner != body && inner.ParentElement is { } parent; inner = parent)
        {
            var isAbove = true;
            foreach (var element in parent.Children)
            {
                if (element == inner)
                {
                    isAbove = false;
                    continue;
                }

                var lines = CanonicalText.ToLines(HtmlTextWriter.Write(element)).Where(line => line.Length > 0).ToList();
                if (isAbove) facts.AddRange(lines.Where(IsFact));
                var rest = string.Join('\n', lines.Where(line => !isAbove || !IsFact(line)));
                if (rest.Length > 0) removed.Add(new RemovedBlock(rest, "outside the main text"));
            }
        }

        return facts;
    }

    private static bool IsFact(string line) => DateLine.Read(line) is not null || Byline.Read(line) is not null;

    private static IElement? NextInside(IElement element, Dictionary<IElement, int> prose)
    {
        var needed = prose.GetValueOrDefault(element) * NearlyAll;
        if (needed == 0) return null;
        foreach (var child in element.Children)
        {
            var weight = prose.GetValueOrDefault(child);
            if (weight >= needed && Containers.Contains(child.LocalName)) return child;
            if (weight > 0) return null;
        }

        return null;
    }

    /// <summary>For each element the characters of prose in it: long pieces of text outside links.</summary>
    private static Dictionary<IElement, int> CountProse(IElement body)
    {
        var prose = new Dictionary<IElement, int>();
        foreach (var text in body.Descendants<IText>())
        {
            var length = text.Data.AsSpan().Trim().Length;
            if (length < ProseLength || IsInLink(text)) continue;
            for (var element = text.ParentElement; element is not null && element != body.ParentElement; element = element.ParentElement)
            {
                prose[element] = prose.GetValueOrDefault(element) + length;
            }
        }

        return prose;
    }

    private static bool IsInLink(IText text)
    {
        for (var element = text.ParentElement; element is not null; element = element.ParentElement)
        {
            if (element.LocalName == "a") return true;
        }

        return false;
    }
}
