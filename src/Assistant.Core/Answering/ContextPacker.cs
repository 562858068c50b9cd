namespace Assistant.Core.Answering;

/// <summary>Chooses what the generator reads: the best passages that fit, neighbours joined, repetitions left out.</summary>
/// <remarks>Pure, thread-safe and deterministic. Quadratic in the number of passages, which is small.</remarks>
/// <param name="countTokens">Counts the tokens of a text.</param>
public sealed class ContextPacker(Func<string, int> countTokens)
{
    private const int HeaderTokens = 12;
    private const int ShingleLength = 3;
    private const double SameText = 0.8;

    /// <summary>Packs passages.</summary>
    /// <param name="ranked">Best first.</param>
    /// <param name="articles">The articles by id; a passage whose article or revision is not there is left out.</param>
    /// <param name="budgetTokens">Most tokens of text and headers together; the best passage is packed even when it is longer.</param>
    /// <returns>Numbered from 1, in the order of each stretch's best passage; empty without passages.</returns>
    public IReadOnlyList<ContextPassage> Pack(
        IReadOnlyList<RankedPassage> ranked, IReadOnlyDictionary<string, Article> articles, int budgetTokens)
    {
        var packed = new List<ContextPassage>();
        var left = budgetTokens;
        foreach (var passage in ranked)
        {
            if (!articles.TryGetValue(passage.ArticleId, out var article) || !IsExact(passage, article)) continue;
            if (packed.Exists(other => Repeats(other, passage))) continue;
            var neighbour = packed.FindIndex(other => IsNeighbour(other, passage));
            var cost = countTokens(passage.Text) + (neighbour < 0 ? HeaderTokens + countTokens(article.Title) : 0);
            if (cost > left && packed.Count > 0) continue;
            left -= cost;
            if (neighbour >= 0) packed[neighbour] = Join(packed[neighbour], passage);
            else packed.Add(new ContextPassage(packed.Count + 1, article, passage.PassageId, passage.Start, passage.End));
        }

        return JoinAdjacent(packed);
    }

    private static bool IsExact(RankedPassage passage, Article article) =>
        article.Revision == passage.Revision && passage.End <= article.Text.Length
        && article.Text.AsSpan(passage.Start, passage.End - passage.Start).SequenceEqual(passage.Text);

    /// <summary>Nothing but white space stands between the two.</summary>
    private static bool IsNeighbour(ContextPassage packed, RankedPassage passage) =>
        packed.Article.Id == passage.ArticleId && Touch(packed.Article.Text, packed.Start, packed.End, passage.Start, passage.End);

    private static bool Touch(string text, int start, int end, int otherStart, int otherEnd) =>
        otherStart >= end ? IsBlank(text, end, otherStart) : start >= otherEnd && IsBlank(text, otherEnd, start);

    private static bool IsBlank(string text, int from, int to) => text.AsSpan(from, to - from).IsWhiteSpace();

    private static ContextPassage Join(ContextPassage packed, RankedPassage passage) =>
        packed with { Start = Math.Min(packed.Start, passage.Start), End = Math.Max(packed.End, passage.End) };

    /// <summary>A passage that joined one stretch may have closed the gap to another.</summary>
    private static List<ContextPassage> JoinAdjacent(List<ContextPassage> packed)
    {
        for (var i = 0; i < packed.Count; i++)
        {
            for (var j = FindTouching(packed, i); j >= 0; j = FindTouching(packed, i))
            {
                var (first, other) = (packed[i], packed[j]);
                packed[i] = first with { Start = Math.Min(first.Start, other.Start), End = Math.Max(first.End, other.End) };
                packed.RemoveAt(j);
            }
        }

        return [.. packed.Select(static (passage, index) => passage with { Number = index + 1 })];
    }

    private static int FindTouching(List<ContextPassage> packed, int index)
    {
        var first = packed[index];
        return packed.FindIndex(index + 1, other => first.Article.Id == other.Article.Id
            && Touch(first.Article.Text, first.Start, first.End, other.Start, other.End));
    }

    private static bool Repeats(ContextPassage packed, RankedPassage passage)
    {
        var (left, right) = (Shingles(packed.Text), Shingles(passage.Text));
        var smaller = Math.Min(left.Count, right.Count);
        return smaller > 0 && left.Count(right.Contains) >= SameText * smaller;
    }

    private static HashSet<string> Shingles(string text)
    {
        var words = text.ToLowerInvariant().Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
        var length = Math.Min(ShingleLength, words.Length);
        return length == 0 ? [] : [.. Enumerable.Range(0, words.Length - length + 1).Select(start => string.Join(' ', words[start..(start + length)]))];
    }
}
