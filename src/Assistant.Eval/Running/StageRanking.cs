using Assistant.Core;
using Assistant.Eval.Suites;

namespace Assistant.Eval.Running;

/// <summary>Finds the rank of the best gold document at each stage of the pipeline. Pure.</summary>
internal static class StageRanking
{
    /// <summary>Ranks of a question's gold documents.</summary>
    /// <param name="question">The question and its judgements.</param>
    /// <param name="union">The fused union, best first, with the passages' own dense and lexical ranks.</param>
    /// <param name="answer">The answer, its passages in the reader's order.</param>
    /// <param name="documents">The suite's documents.</param>
    public static GoldRanks Of(
        SuiteQuestion question, IReadOnlyList<RankedPassage> union, Answer answer, DocumentMap documents)
    {
        var gold = question.GoldDocuments.ToHashSet(StringComparer.Ordinal);
        var dense = union.Where(static passage => passage.DenseRank is not null).OrderBy(static passage => passage.DenseRank);
        var lexical = union.Where(static passage => passage.LexicalRank is not null).OrderBy(static passage => passage.LexicalRank);
        var cited = answer.Citations.Select(citation => documents.IdOf(citation.ArticleId)).Distinct(StringComparer.Ordinal);
        return new GoldRanks(
            RankIn(documents.Rank(dense), gold),
            RankIn(documents.Rank(lexical), gold),
            RankIn(documents.Rank(union), gold),
            RankIn(documents.Rank(answer.Retrieved.Where(static passage => passage.ReaderScore is not null)), gold),
            RankIn([.. cited], gold));
    }

    private static int? RankIn(IReadOnlyList<string> ranking, HashSet<string> gold)
    {
        for (var i = 0; i < ranking.Count; i++)
            if (gold.Contains(ranking[i])) return i + 1;
        return null;
    }
}
