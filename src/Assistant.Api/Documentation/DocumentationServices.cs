using Microsoft.OpenApi;

namespace Assistant.Api.Documentation;

/// <summary>What the OpenAPI document says beyond the types: an introduction and the key; the rest is in <see cref="OperationDetails"/>.</summary>
internal static class DocumentationServices
{
    /// <summary>Name of the security scheme.</summary>
    public const string KeyScheme = "key";

    private const string Introduction =
        "Answers questions from your articles; every sentence cites the exact characters it stands on. Offsets are half-open "
        + "`[start, end)` in UTF-16 code units of the article's `text`, so `text.slice(start, end)` in JavaScript is the quote. "
        + "Times are UTC. Errors are RFC 9457 problem details with a stable `type` (`urn:assistant:problem:…`), except on the "
        + "OpenAI-compatible routes. Clients must accept statuses that are not listed yet.";

    /// <summary>Adds the document.</summary>
    public static IServiceCollection AddDocumentation(this IServiceCollection services) => services.AddOpenApi(static options =>
    {
        options.AddDocumentTransformer(static (document, _, _) =>
        {
            document.Info = new OpenApiInfo { Title = "Assistant", Version = "v1", Description = Introduction };
            document.Components ??= new OpenApiComponents();
            document.Components.SecuritySchemes = new Dictionary<string, IOpenApiSecurityScheme>
            {
                [KeyScheme] = new OpenApiSecurityScheme { Type = SecuritySchemeType.Http, Scheme = "bearer" },
            };
            return Task.CompletedTask;
        });
        options.AddOperationTransformer<OperationDetails>();
    });
}
