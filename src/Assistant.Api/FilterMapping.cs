using Assistant.Api.Problems;
using Assistant.Core;

namespace Assistant.Api;

/// <summary>Turns a requested filter into the program's own.</summary>
internal static class FilterMapping
{
    private const int MaximumEntries = 1000;

    /// <summary>The filter; one that lets everything through when none is given.</summary>
    /// <exception cref="ProblemException">A list is too long or has an empty entry.</exception>
    public static PassageFilter ToFilter(this FilterRequest? request) => request is null
        ? PassageFilter.None
        : new PassageFilter
        {
            Sources = Checked(request.Sources, "filters.sources"),
            Languages = Checked(request.Languages, "filters.languages"),
            ArticleIds = Checked(request.ArticleIds, "filters.articleIds"),
            PublishedAfter = request.PublishedAfter,
            PublishedBefore = request.PublishedBefore,
        };

    private static IReadOnlyList<string> Checked(IReadOnlyList<string>? values, string name)
    {
        RequestChecks.Count(values?.Count ?? 0, name, MaximumEntries);
        if (values?.Any(string.IsNullOrWhiteSpace) == true)
            throw new ProblemException(Problem.InvalidValue($"{name} has an empty entry."));
        return values ?? [];
    }
}
