using System.Text.Json;
using Assistant.Api.Ingestions;
using Assistant.Api.Problems;
using Assistant.Api.Security;
using Assistant.Core;
using Assistant.Core.Ingestion;
using Assistant.Core.Keys;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.Options;

namespace Assistant.Api.Articles;

/// <summary>Routes under <c>/v1/articles</c> that add and replace.</summary>
internal static class UploadRoutes
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(2);

    /// <summary>Adds the routes.</summary>
    public static void MapUploads(this IEndpointRouteBuilder routes)
    {
        var articles = routes.MapGroup("/v1/articles").WithTags("articles").WithMetadata(new RequiredScope(KeyScope.Write));
        articles.MapPost(string.Empty, AddAsync)
            .WithName("addArticle")
            .WithSummary("Adds an article: JSON with its text or its url, or one file as multipart/form-data with the optional fields key and title.")
            .WithDescription("202 with a job when it takes more than 2 seconds; GET its Location to see how it stands.")
            .Accepts<ArticleRequest>("application/json", "multipart/form-data")
            .Produces<IngestionResult>().Produces<IngestionResult>(StatusCodes.Status201Created)
            .Produces<IngestionJob>(StatusCodes.Status202Accepted);
        articles.MapPut("{id}", ReplaceAsync)
            .WithName("replaceArticle")
            .WithSummary("Gives an article a new text; the revision before it is not searched any more.")
            .Accepts<ArticleRequest>("application/json", "multipart/form-data")
            .Produces<IngestionResult>().Produces<IngestionJob>(StatusCodes.Status202Accepted);
    }

    private static async Task<IResult> AddAsync(HttpContext context, UploadFolder uploads, IngestionQueue queue)
    {
        var upload = await ReadAsync(context.Request, uploads);
        return await IngestAsync(context, queue, upload);
    }

    private static async Task<IResult> ReplaceAsync(
        string id, HttpContext context, UploadFolder uploads, IngestionQueue queue, WorkspaceOpener opener)
    {
        var index = (await opener.GetAsync(context.RequestAborted)).Index;
        var article = await index.GetArticleAsync(id, null, context.RequestAborted)
            ?? throw await ArticleRoutes.MissingAsync(index, id, context.RequestAborted);
        var upload = await ReadAsync(context.Request, uploads);
        if (upload.Key is not null && ArticleKey.ToId(upload.Key) != id)
        {
            upload.Delete();
            throw new ProblemException(Problem.InvalidValue("key is not that of the article; leave it out."));
        }

        return await IngestAsync(context, queue, upload with { Key = article.Key });
    }

    private static async Task<IResult> IngestAsync(HttpContext context, IngestionQueue queue, Upload upload)
    {
        var job = queue.Add(upload);
        await Task.WhenAny(job.Ended, Task.Delay(Patience, context.RequestAborted));
        return job.Now switch
        {
            { Problem: { } problem } => throw new ProblemException(problem),
            { Result: { } result } => ToResult(result),
            var now => TypedResults.Accepted($"/v1/ingestions/{job.Id}", now),
        };
    }

    private static IResult ToResult(IngestionResult result) => result switch
    {
        { Items: [{ Outcome: IngestionOutcome.Refused } refused] } =>
            throw new ProblemException(Problem.RefusedArticle(refused.Reason ?? "It cannot be read.")),
        { Items: [{ Outcome: IngestionOutcome.Added } added] } => TypedResults.Created($"/v1/articles/{added.ArticleId}", result),
        _ => TypedResults.Ok(result),
    };

    private static async Task<Upload> ReadAsync(HttpRequest request, UploadFolder uploads)
    {
        var cancellationToken = request.HttpContext.RequestAborted;
        if (request.HasJsonContentType())
        {
            var json = request.HttpContext.RequestServices.GetRequiredService<IOptions<Microsoft.AspNetCore.Http.Json.JsonOptions>>();
            var body = await JsonSerializer.DeserializeAsync<ArticleRequest>(request.Body, json.Value.SerializerOptions, cancellationToken)
                ?? throw new ProblemException(Problem.InvalidValue("The body is null."));
            return await Upload.SaveAsync(uploads.Path, body, cancellationToken);
        }

        if (!request.HasFormContentType || request.ContentType!.StartsWith("application/", StringComparison.OrdinalIgnoreCase))
            throw new ProblemException(Problem.UnsupportedMediaType("Send application/json, or a file as multipart/form-data."));
        return await ReadFormAsync(request, uploads, cancellationToken);
    }

    private static async Task<Upload> ReadFormAsync(HttpRequest request, UploadFolder uploads, CancellationToken cancellationToken)
    {
        var form = await ParseFormAsync(request, cancellationToken);
        if (form.Files is not [var file]) throw new ProblemException(Problem.InvalidValue("Send exactly one file."));
        if (form.Keys.FirstOrDefault(static name => name is not ("key" or "title")) is { } unknown)
            throw new ProblemException(Problem.UnknownField($"There is no form field '{unknown}'; there are key and title."));
        await using var content = file.OpenReadStream();
        return await Upload.SaveAsync(uploads.Path, content, new FileDescription(file.FileName, One(form, "key"), One(form, "title")), cancellationToken);
    }

    private static async Task<IFormCollection> ParseFormAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        var limit = request.HttpContext.Features.Get<IHttpMaxRequestBodySizeFeature>()?.MaxRequestBodySize;
        try
        {
            return await request.ReadFormAsync(
                new FormOptions { MultipartBodyLengthLimit = limit ?? long.MaxValue, ValueCountLimit = 16 }, cancellationToken);
        }
        catch (Exception exception) when (exception is InvalidDataException or (IOException and not BadHttpRequestException))
        {
            throw new ProblemException(
                Problem.MalformedForm($"The multipart/form-data body is damaged or ends early. {exception.Message}"), exception);
        }
    }

    private static string? One(IFormCollection form, string name) => form[name] is { Count: > 0 } values ? values[0] : null;
}
