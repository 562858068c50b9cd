using Assistant.Core;

namespace Assistant.Api.Search;

/// <summary>What a search found.</summary>
/// <param name="Retrieved">Passages, best first.</param>
/// <param name="UndatedLeftOut">Articles left out because a date filter was set and they have no date.</param>
internal sealed record SearchResponse(IReadOnlyList<RankedPassage> Retrieved, int UndatedLeftOut);
