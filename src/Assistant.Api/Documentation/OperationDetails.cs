using System.Text.Json.Nodes;
using Assistant.Api.OpenAi;
using Assistant.Api.Problems;
using Assistant.Api.Security;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;

namespace Assistant.Api.Documentation;

/// <summary>What the OpenAPI document tells of each operation beyond its types: examples, the error, the key, the form.</summary>
internal sealed class OperationDetails : IOpenApiOperationTransformer
{
    private const string Json = "application/json";

    public async Task TransformAsync(
        OpenApiOperation operation, OpenApiOperationTransformerContext context, CancellationToken cancellationToken)
    {
        AddExamples(operation);
        AddForm(operation);
        await AddErrorAsync(operation, context, cancellationToken);
        if (context.Description.ActionDescriptor.EndpointMetadata.OfType<RequiredScope>().Any()) AddKey(operation, context.Document);
    }

    private static void AddExamples(OpenApiOperation operation)
    {
        if (operation.OperationId is not { } id) return;
        if (Examples.Requests.TryGetValue(id, out var request) && operation.RequestBody?.Content?.TryGetValue(Json, out var asked) == true)
            asked.Example = JsonNode.Parse(request);
        if (Examples.Responses.TryGetValue(id, out var response)
            && operation.Responses?.TryGetValue("200", out var ok) == true && ok.Content?.TryGetValue(Json, out var told) == true)
        {
            told.Example = JsonNode.Parse(response);
        }
    }

    /// <summary>A form has a file; the types tell of the JSON alone.</summary>
    private static void AddForm(OpenApiOperation operation)
    {
        if (operation.RequestBody?.Content?.TryGetValue("multipart/form-data", out var form) != true) return;
        form!.Schema = new OpenApiSchema
        {
            Type = JsonSchemaType.Object,
            Required = new HashSet<string> { "file" },
            Properties = new Dictionary<string, IOpenApiSchema>
            {
                ["file"] = new OpenApiSchema { Type = JsonSchemaType.String, Format = "binary", Description = "One file." },
                ["key"] = new OpenApiSchema { Type = JsonSchemaType.String, Description = "Your own name for the article." },
                ["title"] = new OpenApiSchema { Type = JsonSchemaType.String, Description = "Headline; else it is taken from the file." },
            },
        };
    }

    private static async Task AddErrorAsync(
        OpenApiOperation operation, OpenApiOperationTransformerContext context, CancellationToken cancellationToken)
    {
        var isOpenAi = operation.Tags?.Any(static tag => tag.Name == "openai") == true;
        var type = isOpenAi ? typeof(OpenAiErrorResponse) : typeof(ProblemDocument);
        operation.Responses ??= [];
        operation.Responses["default"] = new OpenApiResponse
        {
            Description = isOpenAi ? "OpenAI's error object." : "Problem details; switch on `type`.",
            Content = new Dictionary<string, OpenApiMediaType>
            {
                [isOpenAi ? Json : "application/problem+json"] = new()
                {
                    Schema = await context.GetOrCreateSchemaAsync(type, null, cancellationToken),
                    Example = JsonNode.Parse(isOpenAi ? Examples.OpenAiError : Examples.Problem),
                },
            },
        };
    }

    /// <summary>A key, or none where the server has no keys.</summary>
    private static void AddKey(OpenApiOperation operation, OpenApiDocument? document) => operation.Security =
    [
        new OpenApiSecurityRequirement { [new OpenApiSecuritySchemeReference(DocumentationServices.KeyScheme, document)] = [] },
        new OpenApiSecurityRequirement(),
    ];
}
