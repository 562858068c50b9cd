using System.Text.Json.Nodes;
using Microsoft.OpenApi;

namespace Assistant.Api.Documentation;

/// <summary>What the OpenAPI document says beyond the types: an introduction, the key, examples.</summary>
internal static class DocumentationServices
{
    private const string Introduction =
        "Answers questions from your articles; every sentence cites the exact characters it stands on. Offsets are half-open "
        + "`[start, end)` in UTF-16 code units of the article's `text`, so `text.slice(start, end)` in JavaScript is the quote. "
        + "Times are UTC. Errors are RFC 9457 problem details with a stable `type` (`urn:assistant:problem:…`), except on the "
        + "OpenAI-compatible routes. Clients must accept statuses that are not listed yet.";

    private static readonly Dictionary<string, string> Examples = new(StringComparer.Ordinal)
    {
        ["answer"] = """{"question":"What did Putin offer on the Su-57?","filters":{"publishedAfter":"2019-08-01T00:00:00Z"},"maxCitations":2}""",
        ["search"] = """{"query":"observation posts in Idlib","limit":5}""",
        ["addArticle"] = """{"key":"minutes-2024-05","title":"Council minutes","text":"The council met on 4 May 2024.","format":"text"}""",
        ["replaceArticle"] = """{"title":"Council minutes","text":"The council met on 5 May 2024.","format":"text"}""",
        ["completeChat"] = """{"model":"assistant","messages":[{"role":"user","content":"Who opened MAKS-2019?"}],"stream":false}""",
    };

    /// <summary>Adds the document.</summary>
    public static IServiceCollection AddDocumentation(this IServiceCollection services) => services.AddOpenApi(static options =>
    {
        options.AddDocumentTransformer(static (document, _, _) =>
        {
            document.Info = new OpenApiInfo { Title = "Assistant", Version = "v1", Description = Introduction };
            document.Components ??= new OpenApiComponents();
            document.Components.SecuritySchemes = new Dictionary<string, IOpenApiSecurityScheme>
            {
                ["key"] = new OpenApiSecurityScheme { Type = SecuritySchemeType.Http, Scheme = "bearer" },
            };
            return Task.CompletedTask;
        });
        options.AddOperationTransformer(static (operation, _, _) =>
        {
            AddExample(operation);
            return Task.CompletedTask;
        });
    });

    private static void AddExample(OpenApiOperation operation)
    {
        if (operation.OperationId is null || !Examples.TryGetValue(operation.OperationId, out var example)) return;
        if (operation.RequestBody?.Content is { } content && content.TryGetValue("application/json", out var body))
            body.Example = JsonNode.Parse(example);
    }
}
