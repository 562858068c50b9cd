using Assistant.Eval.Suites;

namespace Assistant.Eval.Running;

/// <summary>Runs the questions of a suite one after another and keeps each row as it comes.</summary>
internal sealed class SuiteRunner(Suite suite, EvaluatedSystem system, TimeProvider clock)
{
    /// <summary>Asks the questions that the partial run has no row of yet.</summary>
    /// <param name="questions">The questions to be asked, in order.</param>
    /// <param name="header">What is run.</param>
    /// <param name="partial">Where rows go.</param>
    /// <param name="progress">Told the number of rows after each; null when nobody wants to know.</param>
    /// <param name="cancellationToken">Ends the run early: the result then holds the rows so far.</param>
    /// <returns>The run; incomplete when cancelled.</returns>
    public async Task<RunResult> RunAsync(
        IReadOnlyList<SuiteQuestion> questions,
        RunHeader header,
        PartialRun partial,
        IProgress<int>? progress,
        CancellationToken cancellationToken)
    {
        var runner = new QuestionRunner(suite, system, clock);
        var rows = partial.Rows.ToDictionary(static row => row.Id, StringComparer.Ordinal);
        progress?.Report(rows.Count);
        foreach (var question in questions.Where(question => !rows.ContainsKey(question.Id)))
        {
            if (cancellationToken.IsCancellationRequested) break;
            if (await RunOneAsync(runner, question, cancellationToken) is not { } row) break;
            await partial.AppendAsync(row, CancellationToken.None);
            rows.Add(row.Id, row);
            progress?.Report(rows.Count);
        }

        var asked = questions.Where(question => rows.ContainsKey(question.Id)).ToList();
        return new RunResult
        {
            Suite = header.Suite,
            SuiteHash = header.SuiteHash,
            IndexFingerprint = header.IndexFingerprint,
            Options = header.Options,
            Documents = suite.Documents.Count,
            Passages = system.PassageCount,
            LowOverlapShare = suite.LowOverlapShare,
            IsComplete = asked.Count == questions.Count,
            Rows = [.. asked.Select(question => rows[question.Id])],
        };
    }

    /// <summary>Null when cancelled in the middle.</summary>
    private static async Task<QuestionResult?> RunOneAsync(
        QuestionRunner runner, SuiteQuestion question, CancellationToken cancellationToken)
    {
        try
        {
            return await runner.RunAsync(question, cancellationToken);
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            return null;
        }
    }
}
