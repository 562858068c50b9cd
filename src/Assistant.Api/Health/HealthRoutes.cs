using Assistant.Api.Problems;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Assistant.Api.Health;

/// <summary>Routes that tell whether the server lives and whether it can answer.</summary>
internal static class HealthRoutes
{
    /// <summary>Adds the routes; they need no key and tell nothing of the articles.</summary>
    public static void MapHealth(this IEndpointRouteBuilder routes)
    {
        var health = routes.MapGroup("/health").WithTags("health");
        health.MapGet("live", static () => TypedResults.Ok(new HealthReport("live", null)))
            .WithName("live").WithSummary("200 as long as the server runs.");
        health.MapGet("ready", CheckAsync)
            .WithName("ready").WithSummary("200 when the index is open and the models are loaded, else 503.")
            .Produces<HealthReport>().Produces<HealthReport>(StatusCodes.Status503ServiceUnavailable);
    }

    private static async Task<IResult> CheckAsync(WorkspaceOpener opener, CancellationToken cancellationToken)
    {
        var opening = opener.GetAsync(cancellationToken);
        if (!opening.IsCompleted) return NotReady("The index is being opened.");
        try
        {
            var workspace = await opening;
            if (!await workspace.IsIndexReachableAsync(cancellationToken)) return NotReady("The server that keeps the index cannot be reached.");
            if (!workspace.IsReaderLoaded) return NotReady("The reader is being loaded.");
            return TypedResults.Ok(workspace.IsChatDown
                ? new HealthReport("degraded", "The chat model failed several times and is left alone for a while; answers are quotes.")
                : new HealthReport("ready", null));
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            return NotReady(ProblemMapper.ToProblem(exception, isAborted: false).Detail);
        }
    }

    private static JsonHttpResult<HealthReport> NotReady(string reason) =>
        TypedResults.Json(new HealthReport("not_ready", reason), statusCode: StatusCodes.Status503ServiceUnavailable);
}
