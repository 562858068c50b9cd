using System.Text.RegularExpressions;

namespace Assistant.Core.Answering;

/// <summary>Finds whose words or offers a question asks for: "What did Putin offer?" asks for Putin's.</summary>
/// <remarks>Pure and thread-safe.</remarks>
internal static partial class AskedSpeaker
{
    /// <summary>The name of the one who says, offers or asks; null when the question is of another kind.</summary>
    public static QuestionNames? Of(string question)
    {
        var match = SpeakerPattern().Match(question);
        return match.Success ? QuestionNames.OfName(match.Groups["name"].Value.Trim().Split(' ')[^1]) : null;
    }

    [GeneratedRegex(
        @"\b(?:did|does|do|has|have|had|will|would)\s+(?:the\s+)?(?<name>(?:\p{Lu}[\p{L}\p{N}’'-]*\s+)+)(?:also\s+|then\s+)?"
        + "(?:say|said|tell|told|offer|offered|propose|proposed|reply|replied|answer|answered|respond|responded|announce|announced"
        + "|promise|promised|ask|asked|warn|warned|state|stated|declare|declared|suggest|suggested|explain|explained|demand"
        + "|demanded|stress|stressed|add|added|mention|mentioned|pledge|pledged|accuse|accused|urge|urged|predict|predicted"
        + @"|threaten|threatened|deny|denied|confirm|confirmed)\b",
        RegexOptions.CultureInvariant)]
    private static partial Regex SpeakerPattern();
}
