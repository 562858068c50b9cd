using Assistant.Core.Answering.Checking;

namespace Assistant.Core.Answering;

/// <summary>Checks generated sentences one by one and repairs their citations.</summary>
/// <remarks>
/// A sentence that its own citations do not support is tried against every other passage of the context; when one supports
/// it, that one is cited and the repair recorded. Thread-safe.
/// </remarks>
internal sealed class SentenceVerifier(CitationChecker checker)
{
    /// <summary>Checks a sentence against the context.</summary>
    public CheckedSentence Verify(DraftSentence draft, IReadOnlyList<ContextPassage> context, CancellationToken cancellationToken)
    {
        var cited = context.Where(passage => draft.Numbers.Contains(passage.Number)).ToList();
        var own = checker.Check(draft.Text, [.. cited.Select(static passage => passage.ToCited())], cancellationToken);
        if (own.Verdict is Verdict.Supported) return ToChecked(draft, own, cited[own.Passage], reason: null);
        if (own.Verdict is Verdict.NotAClaim) return new CheckedSentence(draft.Text, Verdict.NotAClaim, null, null, 0, 0);
        foreach (var other in context.Except(cited))
        {
            var result = checker.Check(draft.Text, [other.ToCited()], cancellationToken);
            if (result.Verdict is Verdict.Supported) return ToChecked(draft, result, other, Repaired(draft, other));
        }

        return new CheckedSentence(draft.Text, own.Verdict, own.Reason, null, 0, 0);
    }

    private static CheckedSentence ToChecked(DraftSentence draft, CheckResult result, ContextPassage passage, string? reason) =>
        new(draft.Text, Verdict.Supported, reason, passage, passage.Start + result.Start, passage.Start + result.End);

    private static string Repaired(DraftSentence draft, ContextPassage passage) => draft.Numbers.Count == 0
        ? $"the generator cited nothing; passage {passage.Number} supports it"
        : $"the generator cited passage {string.Join(", ", draft.Numbers)}; passage {passage.Number} supports it";
}
