using Assistant.Core.Indexing;

namespace Assistant.Eval.Suites;

/// <summary>How far questions repeat the words of their evidence, which makes them easy to find. Pure.</summary>
internal static class WordOverlap
{
    private const double Most = 0.5;

    /// <summary>Share of answerable questions with evidence whose evidence sentences each hold at most half their words.</summary>
    /// <returns>In [0, 1]; null when no question has evidence.</returns>
    public static double? LowShare(IEnumerable<SuiteQuestion> questions)
    {
        var judged = questions.Where(static question => question.Answerable && question.Evidence.Count > 0).ToList();
        return judged.Count == 0
            ? null
            : judged.Average(static question => Of(question.Text, question.Evidence.Select(static evidence => evidence.Text)) <= Most ? 1.0 : 0);
    }

    /// <summary>Share of the question's distinct stemmed content words in the sentence that holds most of them.</summary>
    /// <returns>In [0, 1]; 0 for a question without content words.</returns>
    public static double Of(string question, IEnumerable<string> sentences)
    {
        var words = LexicalAnalyzer.Analyze(question).ToHashSet(StringComparer.Ordinal);
        if (words.Count == 0) return 0;
        return sentences
            .Select(sentence => (double)LexicalAnalyzer.Analyze(sentence).Distinct(StringComparer.Ordinal).Count(words.Contains) / words.Count)
            .DefaultIfEmpty(0)
            .Max();
    }
}
