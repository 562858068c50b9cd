using Assistant.Core;

namespace Assistant.Eval.Suites;

/// <summary>Documents, questions and judgements, checked against each other when loaded.</summary>
/// <remarks>Immutable and thread-safe.</remarks>
internal sealed record Suite
{
    /// <summary>Name of the suite's folder.</summary>
    public required string Name { get; init; }

    /// <summary>Full path of the suite's folder; never written into results.</summary>
    public required string Path { get; init; }

    /// <summary>SHA-256 (hex) over documents, questions and judgements.</summary>
    public required string Hash { get; init; }

    /// <summary>Corpus id to article, key <c>suite:corpus id</c>; text as the suite gives it, NFC and LF only.</summary>
    public required IReadOnlyDictionary<string, Article> Documents { get; init; }

    /// <summary>All questions in the order of the file.</summary>
    public required IReadOnlyList<SuiteQuestion> Questions { get; init; }

    /// <summary>How far the questions' words give the evidence away; null when no question has evidence.</summary>
    public double? LowOverlapShare { get; init; }

    /// <summary>Chooses questions: of one split, and at most a number of them by hash of id, so that subsets nest.</summary>
    /// <param name="limit">Most questions; null for all.</param>
    /// <param name="split"><c>dev</c> or <c>test</c>; null for both.</param>
    /// <returns>In the order of the file.</returns>
    public IReadOnlyList<SuiteQuestion> Select(int? limit, string? split)
    {
        var inSplit = Questions.Where(question => split is null || question.Split == split).ToList();
        if (limit is null || limit >= inSplit.Count) return inSplit;
        var chosen = inSplit
            .OrderBy(static question => ArticleKey.Hash(question.Id), StringComparer.Ordinal)
            .Take(limit.Value)
            .Select(static question => question.Id)
            .ToHashSet(StringComparer.Ordinal);
        return [.. inSplit.Where(question => chosen.Contains(question.Id))];
    }
}
