namespace Assistant.Eval.Metrics;

/// <summary>A ranking of documents laid beside the judgments of one query: what every ranking metric reads.</summary>
/// <remarks>
/// A document that is ranked twice counts where it stands first. A judgment of 0 or less is not relevant.
/// </remarks>
internal sealed class JudgedRanking
{
    private JudgedRanking(IReadOnlyList<int> grades, IReadOnlyList<int> idealGrades)
    {
        Grades = grades;
        IdealGrades = idealGrades;
    }

    /// <summary>Grade of the document at each rank, best rank first; 0 if unjudged or not relevant.</summary>
    public IReadOnlyList<int> Grades { get; }

    /// <summary>Grades of all relevant documents, highest first; empty if nothing is relevant.</summary>
    public IReadOnlyList<int> IdealGrades { get; }

    /// <summary>Number of relevant documents in the judgments.</summary>
    public int RelevantCount => IdealGrades.Count;

    /// <summary>Looks up the grade of each distinct document of a ranking.</summary>
    /// <param name="ranking">Document ids, best first; duplicates allowed.</param>
    /// <param name="qrels">Grade by document id.</param>
    public static JudgedRanking Judge(IReadOnlyList<string> ranking, IReadOnlyDictionary<string, int> qrels)
    {
        int[] grades = [.. ranking
            .Distinct(StringComparer.Ordinal)
            .Select(document => Math.Max(0, qrels.GetValueOrDefault(document)))];
        int[] ideal = [.. qrels.Values.Where(grade => grade > 0).OrderDescending()];
        return new JudgedRanking(grades, ideal);
    }
}
