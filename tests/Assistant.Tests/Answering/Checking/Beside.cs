using Assistant.Core.Answering.Checking;

namespace Assistant.Tests.Answering.Checking;

internal static class Beside
{
    /// <summary>A sentence laid beside a passage without a title and a date.</summary>
    public static SupportWindow Window(string passage, string sentence) => SupportWindow.Of(sentence, [new CitedPassage(string.Empty, passage, null)]);
}
