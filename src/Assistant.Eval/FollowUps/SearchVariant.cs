using Assistant.Core;

namespace Assistant.Eval.FollowUps;

/// <summary>A way to make a search text out of a follow-up question.</summary>
/// <param name="Name">Short name.</param>
/// <param name="SearchTextAsync">The text that is searched.</param>
internal sealed record SearchVariant(string Name, Func<Question, CancellationToken, Task<string>> SearchTextAsync);
