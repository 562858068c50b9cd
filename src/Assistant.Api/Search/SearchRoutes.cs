using Assistant.Api.Problems;
using Assistant.Api.Security;
using Assistant.Core.Answering;
using Assistant.Core.Keys;

namespace Assistant.Api.Search;

/// <summary>The route <c>/v1/search</c>.</summary>
internal static class SearchRoutes
{
    private const int DefaultLimit = 10;
    private const int MaximumLimit = 100;

    /// <summary>Adds the route.</summary>
    public static void MapSearch(this IEndpointRouteBuilder routes) => routes.MapPost("/v1/search", SearchAsync)
        .WithName("search")
        .WithTags("answers")
        .WithSummary("Finds the passages nearest to a query, with every score; nothing is read or answered.")
        .WithMetadata(new RequiredScope(KeyScope.Read))
        .Produces<SearchResponse>();

    private static async Task<IResult> SearchAsync(
        SearchRequest request, WorkspaceOpener opener, QuestionQueue queue, CancellationToken cancellationToken)
    {
        RequestChecks.Text(request.Query, "query", QuestionAnswerer.MaximumQuestionLength);
        if (request.Limit is < 1 or > MaximumLimit)
            throw new ProblemException(Problem.InvalidValue($"limit is from 1 to {MaximumLimit}."));
        using var turn = await queue.EnterAsync(cancellationToken);
        var workspace = await opener.GetAsync(cancellationToken);
        var found = await workspace.Retriever.RetrieveAsync(request.Query, request.Filters.ToFilter(), cancellationToken);
        return TypedResults.Ok(new SearchResponse(
            [.. found.Passages.Take(request.Limit ?? DefaultLimit)], found.UndatedLeftOut));
    }
}
