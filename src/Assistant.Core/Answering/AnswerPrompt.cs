using System.Globalization;
using System.Text.RegularExpressions;
using Assistant.Core.Prompts;
using Microsoft.Extensions.AI;

namespace Assistant.Core.Answering;

/// <summary>Fills the answer prompt, and knows the replies that mean no answer.</summary>
/// <remarks>Pure and thread-safe.</remarks>
internal static partial class AnswerPrompt
{
    /// <summary>The messages for a question and its context.</summary>
    public static IReadOnlyList<ChatMessage> Render(PromptTemplate prompt, string question, IReadOnlyList<ContextPassage> context) =>
        prompt.Render(new Dictionary<string, object?>
        {
            ["question"] = question,
            ["passages"] = context.Select(static passage => new Dictionary<string, object?>
            {
                ["number"] = passage.Number,
                ["title"] = passage.Article.Title,
                ["date"] = passage.Article.PublishedAt?.UtcDateTime.ToString("d MMMM yyyy", CultureInfo.InvariantCulture) ?? string.Empty,
                ["text"] = passage.Text,
            }).ToList(),
        });

    /// <summary>"The passages do not say."</summary>
    public static bool SaysNoAnswer(string sentence) => NoAnswerPattern().IsMatch(sentence);

    /// <summary>"I'm sorry, but I can't help with that."</summary>
    public static bool SaysRefusal(string sentence) => RefusalPattern().IsMatch(sentence);

    [GeneratedRegex(@"^(?:the )?(?:passages?|articles?|texts?) (?:do|does)(?: not|n['’]t) (?:say|answer|mention|contain|provide)\b", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex NoAnswerPattern();

    [GeneratedRegex(@"^(?:I['’]m sorry|I am sorry|Sorry|I can(?:no|['’])t (?:help|assist|answer|comply)|I cannot|As an AI)\b", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex RefusalPattern();
}
