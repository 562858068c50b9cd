using Assistant.Core;
using Assistant.Core.Retrieval;
using Assistant.Eval.Metrics;
using Assistant.Eval.Running;
using Assistant.Eval.Suites;

namespace Assistant.Eval.FollowUps;

/// <summary>Searches every follow-up question of a suite with the text of each variant; nothing is read or answered.</summary>
internal sealed class FollowUpRun(Suite suite, Retriever retriever)
{
    /// <summary>The user's last turn alone.</summary>
    public static SearchVariant LastTurn { get; } = new("last turn", static (question, _) => Task.FromResult(question.Text));

    /// <summary>The user's last turn with the one before it.</summary>
    public static SearchVariant LastTwoTurns { get; } = new("last two turns", static (question, _) => Task.FromResult(
        $"{question.History.LastOrDefault(static turn => turn.Role == TurnRole.User)?.Content} {question.Text}".Trim()));

    /// <summary>What the product searches without a chat model.</summary>
    public static SearchVariant Rule { get; } = new("rule", static (question, _) => Task.FromResult(FollowUpRule.Resolve(question).SearchText));

    /// <summary>Searches.</summary>
    /// <param name="questions">Questions; those without a turn before them, or without a relevant document, are left out.</param>
    /// <param name="variants">The variants.</param>
    /// <param name="progress">Told the number of questions that are done; null when nobody wants to know.</param>
    /// <param name="cancellationToken">Cancels the run.</param>
    /// <returns>A row for each question and variant.</returns>
    public async Task<IReadOnlyList<FollowUpRow>> RunAsync(
        IEnumerable<SuiteQuestion> questions, IReadOnlyList<SearchVariant> variants, IProgress<int>? progress, CancellationToken cancellationToken)
    {
        var documents = new DocumentMap(suite);
        var rows = new List<FollowUpRow>();
        foreach (var question in questions.Where(IsFollowUp))
        {
            foreach (var variant in variants)
            {
                var text = await variant.SearchTextAsync(new Question { Text = question.Text, History = question.History }, cancellationToken);
                var found = await retriever.RetrieveAsync(text, PassageFilter.None, cancellationToken);
                var ranking = JudgedRanking.Judge(documents.Rank(found.Passages), question.Qrels);
                rows.Add(new FollowUpRow(question.Id, variant.Name, text, FollowUpRecall.Score(ranking, hasHistory: true) ?? 0));
            }

            progress?.Report(rows.Count / variants.Count);
        }

        return rows;
    }

    /// <summary>Whether a question has turns before it and something to find.</summary>
    public static bool IsFollowUp(SuiteQuestion question) => question.History.Count > 0 && question.GoldDocuments.Any();
}
