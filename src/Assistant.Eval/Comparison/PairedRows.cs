using Assistant.Eval.Running;

namespace Assistant.Eval.Comparison;

/// <summary>A question's rows in two runs.</summary>
/// <param name="Baseline">Before the change.</param>
/// <param name="Candidate">After it.</param>
internal sealed record RowPair(QuestionResult Baseline, QuestionResult Candidate)
{
    /// <summary>Whether both runs measured the question.</summary>
    public bool IsMeasured => Baseline.IsMeasured && Candidate.IsMeasured;
}

/// <summary>Lays two runs side by side, question by question.</summary>
internal static class PairedRows
{
    private const int Shown = 5;

    /// <summary>Pairs the rows by question id.</summary>
    /// <returns>In the candidate's order; each question once.</returns>
    /// <exception cref="RunMismatchException">
    /// The runs are of different suites or questions, or a run has a question twice.
    /// </exception>
    public static IReadOnlyList<RowPair> Match(RunResult baseline, RunResult candidate)
    {
        if (baseline.Suite != candidate.Suite)
        {
            throw new RunMismatchException(
                $"The baseline is a run of the suite '{baseline.Suite}', this one of '{candidate.Suite}'.");
        }

        Dictionary<string, QuestionResult> before = ById(baseline, "baseline");
        Dictionary<string, QuestionResult> after = ById(candidate, "candidate");
        string[] lost = [.. before.Keys.Where(id => !after.ContainsKey(id))];
        string[] added = [.. after.Keys.Where(id => !before.ContainsKey(id))];
        if (lost.Length + added.Length > 0)
            throw new RunMismatchException(Describe(baseline, candidate, lost, added));
        return [.. candidate.Rows.Select(row => new RowPair(before[row.Id], row))];
    }

    private static Dictionary<string, QuestionResult> ById(RunResult run, string name)
    {
        string? twice = run.Rows.CountBy(row => row.Id).FirstOrDefault(id => id.Value > 1).Key;
        return twice is null
            ? run.Rows.ToDictionary(row => row.Id, StringComparer.Ordinal)
            : throw new RunMismatchException($"The {name} run has the question '{twice}' twice.");
    }

    private static string Describe(RunResult baseline, RunResult candidate, string[] lost, string[] added)
    {
        List<string> sentences = [$"The runs of '{candidate.Suite}' do not ask the same questions."];
        if (lost.Length > 0)
            sentences.Add($"Only the baseline asks {List(lost)}.");
        if (added.Length > 0)
            sentences.Add($"Only the candidate asks {List(added)}.");
        if (!baseline.IsComplete)
            sentences.Add("The baseline was interrupted.");
        if (!candidate.IsComplete)
            sentences.Add("The candidate was interrupted: finish it with --resume.");
        sentences.Add("Run both with the same suite, --limit and --split, or make a new baseline.");
        return string.Join(' ', sentences);
    }

    private static string List(string[] ids)
    {
        string more = ids.Length > Shown ? ", …" : "";
        return $"{ids.Length} ({string.Join(", ", ids.Take(Shown))}{more})";
    }
}
