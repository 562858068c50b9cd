using System.Text.RegularExpressions;

namespace Assistant.Core.Ingestion;

/// <summary>Drops what sites put under and between an article's paragraphs: teasers, share bars, comments, comment spam.</summary>
/// <remarks>Only whole lines go; what follows a marker goes only near the end and only while it is short.</remarks>
internal static partial class TrailingLines
{
    private const int LongestJunkLine = 240;
    private const double TailShare = 0.45;
    private const int StrayItemWords = 4;

    /// <summary>The draft without those lines, which became removed blocks.</summary>
    public static ArticleDraft Drop(ArticleDraft draft)
    {
        var lines = draft.Lines.ToList();
        var removed = new List<RemovedBlock>();
        DropControls(lines, removed);
        var cut = FindCut(lines);
        if (cut.Index < lines.Count)
        {
            removed.AddRange(lines.Skip(cut.Index).Where(line => line.Length > 0).Select(line => new RemovedBlock(line, cut.Reason)));
            lines.RemoveRange(cut.Index, lines.Count - cut.Index);
        }

        DropStrayItem(lines, removed);
        return draft with { Lines = lines, Removed = [.. draft.Removed, .. removed] };
    }

    private static void DropControls(List<string> lines, List<RemovedBlock> removed)
    {
        for (var i = 0; i < lines.Count; i++)
        {
            if (!Control().IsMatch(lines[i])) continue;
            removed.Add(new RemovedBlock(lines[i], "page control or advertisement"));
            lines[i] = "";
        }
    }

    /// <summary>The first marker after which nothing but short lines follow; past the end when there is none.</summary>
    private static (int Index, string Reason) FindCut(List<string> lines)
    {
        var tail = (int)(lines.Sum(line => (long)line.Length) * TailShare);
        var cut = (Index: lines.Count, Reason: "");
        var length = 0;
        for (var i = lines.Count - 1; i >= 0 && length <= tail && lines[i].Length <= LongestJunkLine; i--)
        {
            length += lines[i].Length;
            if (ReasonToCut(lines[i]) is { } reason) cut = (i, reason);
        }

        return cut;
    }

    private static string? ReasonToCut(string line)
    {
        if (Related().IsMatch(line)) return "related articles";
        if (Comments().IsMatch(line)) return "comments";
        if (CommentHeader().IsMatch(line)) return "comment spam";
        return Imprint().IsMatch(line) ? "imprint" : null;
    }

    /// <summary>A lone list item of a few words under the last sentence belongs to no list.</summary>
    private static void DropStrayItem(List<string> lines, List<RemovedBlock> removed)
    {
        while (lines.Count > 0 && lines[^1].Length == 0) lines.RemoveAt(lines.Count - 1);
        var previous = lines.SkipLast(1).LastOrDefault(line => line.Length > 0, "");
        if (!LineText.EndsSentence(previous) || !IsStrayItem(lines[^1])) return;
        removed.Add(new RemovedBlock(lines[^1], "stray list item"));
        lines.RemoveAt(lines.Count - 1);
    }

    private static bool IsStrayItem(string line) =>
        LineText.IsItem(line) && !char.IsDigit(line[0]) && !LineText.EndsSentence(line) && line.Split(' ').Length <= StrayItemWords + 1;

    private const RegexOptions Flags = RegexOptions.IgnoreCase | RegexOptions.CultureInvariant;

    [GeneratedRegex(
        @"^(?:advertisement|advert|sponsored(?: content)?|(?:story|article) continues below(?: advertisement)?|continue reading|" +
        @"share(?: this)?(?: (?:story|article|post|page))?|print(?: this)?|e-?mail this|listen(?: to this article)?|save for later|" +
        @"(?:tags?|keywords|filed under|topics): .{0,200}|copy link|skip to (?:main )?content|back to top|loading\.*|share on (?:facebook|twitter|x|whatsapp|linkedin|social media))[:.]?$", Flags)]
    private static partial Regex Control();

    [GeneratedRegex(
        @"^(?:you (?:might|may)(?: also)? (?:like|be interested in)|(?:see|read) also|also read|related(?: (?:articles?|stories|news|posts?|links?|topics?))?|" +
        @"more (?:from|on|in|stories|news)\b.{0,40}|recommended(?: for you)?|most (?:read|popular)|trending(?: now)?|popular (?:posts|stories)|" +
        @"don't miss|don’t miss|what to read next|read next|read more|further reading)\b[: ]*.{0,3}$|^you might also like:.*$", Flags)]
    private static partial Regex Related();

    [GeneratedRegex(
        @"^(?:(?:\d+|no|one) (?:comments?|replies|responses|thoughts?)(?: on .*)?|comments?(?: \(\d+\))?|recent comments|" +
        @"leave a (?:reply|comment)|post a comment|add a comment|join the (?:conversation|discussion)|(?:readers.? )?comments)[:.]?$", Flags)]
    private static partial Regex Comments();

    /// <summary>"admin in: Some other article", "https://… in: …": a blog's list of its latest comments.</summary>
    [GeneratedRegex(@"^(?:https?://\S+|[\p{L}\d_.-]{2,40})(?: [\p{L}\d_.-]{2,20})? (?:in|on): \S", Flags)]
    private static partial Regex CommentHeader();

    [GeneratedRegex(@"^(?:©|\(c\) |copyright\b).{0,120}$|^.{0,80}\ball rights reserved\b.{0,40}$", Flags)]
    private static partial Regex Imprint();
}
