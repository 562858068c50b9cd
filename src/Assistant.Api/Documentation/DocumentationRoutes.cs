namespace Assistant.Api.Documentation;

/// <summary>The OpenAPI document at <c>/openapi/v1.json</c>.</summary>
internal static class DocumentationRoutes
{
    /// <summary>Adds the route; it needs no key.</summary>
    public static void MapDocumentation(this IEndpointRouteBuilder routes) => routes.MapOpenApi("/openapi/{documentName}.json");
}
