using Assistant.Inference;

namespace Assistant.Core.Ingestion;

/// <summary>Cuts an article into passages of whole sentences that fit the models.</summary>
/// <remarks>
/// Chooses the cuts with the least cost over the whole article: few and even passages, cut before headings and between
/// blocks rather than within them, never between a heading and its text if another place fits.
/// Every non-blank character is in exactly one passage. Pure, thread-safe, O(sentences × sentences per passage).
/// </remarks>
/// <param name="tokenizer">The models' tokenizer.</param>
public sealed class Chunker(WordPieceTokenizer tokenizer)
{
    /// <summary>Most model tokens of a passage's text, without title and heading.</summary>
    public const int MaximumTokens = 220;

    /// <summary>Part of every passage id and of the index fingerprint; changes whenever the cuts may.</summary>
    public const string Version = "1";

    private const double AfterHeadingCost = 2;
    private const double WithinBlockCost = 0.1;
    private const double WithinListCost = 0.05;
    private const double BeforeHeadingCost = -0.05;

    /// <summary>The article's passages by ordinal; empty for a text without a visible character.</summary>
    public IReadOnlyList<Passage> Chunk(Article article)
    {
        var units = TextUnits.Read(article.Text, tokenizer, MaximumTokens);
        var starts = ChooseStarts(units);
        var passages = new List<Passage>(starts.Count);
        string? heading = null;
        for (var i = 0; i < starts.Count; i++)
        {
            var (first, last) = (starts[i], i + 1 < starts.Count ? starts[i + 1] - 1 : units.Count - 1);
            if (units[first].IsHeading) heading = units[first].Span.Of(article.Text);
            passages.Add(CreatePassage(article, i, units[first].Span.Start, units[last].Span.End, heading));
            heading = LastHeading(article.Text, units, first, last) ?? heading;
        }

        return passages;
    }

    private static Passage CreatePassage(Article article, int ordinal, int start, int end, string? heading) => new()
    {
        Id = PassageId.Create(article.Id, article.Revision, Version, ordinal),
        ArticleId = article.Id,
        Ordinal = ordinal,
        Start = start,
        End = end,
        Text = article.Text[start..end],
        Heading = heading,
    };

    private static string? LastHeading(string text, List<TextUnit> units, int first, int last)
    {
        var index = units.FindLastIndex(last, last - first + 1, unit => unit.IsHeading);
        return index < 0 ? null : units[index].Span.Of(text);
    }

    /// <summary>Index of each passage's first unit, in order: the cheapest of all ways to cut.</summary>
    private static List<int> ChooseStarts(List<TextUnit> units)
    {
        var cost = new double[units.Count + 1];
        var from = new int[units.Count + 1];
        for (var end = 1; end <= units.Count; end++)
        {
            cost[end] = double.PositiveInfinity;
            var tokens = 0;
            for (var start = end - 1; start >= 0; start--)
            {
                tokens += units[start].TokenCount;
                if (tokens > MaximumTokens && start < end - 1) break;
                var total = cost[start] + CutCost(units, start) + SlackCost(tokens);
                if (total < cost[end]) (cost[end], from[end]) = (total, start);
                if (units[start].Gap == UnitGap.None) break;
            }
        }

        var starts = new List<int>();
        for (var end = units.Count; end > 0; end = from[end]) starts.Add(from[end]);
        starts.Reverse();
        return starts;
    }

    /// <summary>Unused share of the passage, squared: few passages are cheaper than many, even ones than uneven.</summary>
    private static double SlackCost(int tokens)
    {
        var slack = 1 - ((double)tokens / MaximumTokens);
        return slack * slack;
    }

    private static double CutCost(List<TextUnit> units, int start)
    {
        if (start == 0) return 0;
        var cost = units[start].Gap switch
        {
            UnitGap.Space => WithinBlockCost,
            UnitGap.Line => WithinListCost,
            _ => 0,
        };
        if (units[start].IsHeading) cost += BeforeHeadingCost;
        return units[start - 1].IsHeading && !units[start].IsHeading ? cost + AfterHeadingCost : cost;
    }
}
