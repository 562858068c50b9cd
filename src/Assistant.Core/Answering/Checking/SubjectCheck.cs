namespace Assistant.Core.Answering.Checking;

/// <summary>The name that a claim begins with must not be the object of what another name of the claim does in the passages: no "Apple overtook Aramco" for "Aramco replaced Apple".</summary>
/// <remarks>Looks at sentences that begin with a name and have the other one behind it. Passives and opposites ("lost to") may turn round. Pure and thread-safe.</remarks>
internal static class SubjectCheck
{
    /// <summary>Why another name is the subject; null when none is.</summary>
    public static string? Contradiction(SupportWindow window)
    {
        var words = window.Claim.Words;
        if (window.Chosen.Count == 0 || First(words) is not { } subject || IsTurning(words) || IsTurning(window.Chosen[0].Words)) return null;
        var said = window.Chosen[0].Words;
        if (First(said) is not { } other || AreSame(subject, other) || !words.Any(word => word.Start > subject.End && IsOf(word, other)) || !said.Any(word => word.Start > other.End && IsOf(word, subject))) return null;
        return words.Any(word => said.Any(known => OppositeCheck.AreOpposites(word, known))) ? null : $"the cited passage has {other.Text} in the place of {subject.Text}";
    }

    /// <summary>The name that a sentence begins with, when a verb or another word follows it, not a comma, "and" or a further name.</summary>
    private static TextWord? First(IReadOnlyList<TextWord> words)
    {
        var start = words.Count > 0 && words[0].Folded == "the" ? 1 : 0;
        var names = words.Skip(start).TakeWhile(static word => word is { IsCapital: true, HasDigit: false } && (!word.IsFunction || word.Folded == "of")).ToList();
        var next = words.ElementAtOrDefault(start + names.Count);
        return names.Count > 0 && names.TrueForAll(static name => !name.IsFunction) && next is { IsClauseStart: false } && next.Folded is not ("and" or "or" or "of") && next.Start == names[^1].End + 1 ? names[^1] : null;
    }

    /// <summary>A passive, a speaker or a pair turns the sides round.</summary>
    private static bool IsTurning(IReadOnlyList<TextWord> words) => words.Any(static word => word.IsSpeech || word.Folded is "by" or "according" or "to" or "with" or "from");

    private static bool AreSame(TextWord left, TextWord right) => WordForms.AreSameName(left, right) || WordForms.AreForms(left, right);

    private static bool IsOf(TextWord word, TextWord name) => word.IsCapital && AreSame(word, name);
}
