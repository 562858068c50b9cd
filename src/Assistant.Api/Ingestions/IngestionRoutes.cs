using Assistant.Api.Problems;
using Assistant.Api.Security;
using Assistant.Core.Keys;

namespace Assistant.Api.Ingestions;

/// <summary>The route that tells how an ingestion stands.</summary>
internal static class IngestionRoutes
{
    /// <summary>Adds the route.</summary>
    public static void MapIngestions(this IEndpointRouteBuilder routes) => routes
        .MapGet("/v1/ingestions/{id}", static (string id, IngestionQueue queue) => TypedResults.Ok(
            queue.Find(id) ?? throw new ProblemException(Problem.NotFound("There is no ingestion with this id, or it ended long ago."))))
        .WithName("getIngestion")
        .WithTags("articles")
        .WithSummary("How an ingestion stands.")
        .WithMetadata(new RequiredScope(KeyScope.Write));
}
