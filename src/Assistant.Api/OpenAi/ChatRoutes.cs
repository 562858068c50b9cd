using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using Assistant.Api.Answers;
using Assistant.Api.Problems;
using Assistant.Api.Security;
using Assistant.Core;
using Assistant.Core.Keys;

namespace Assistant.Api.OpenAi;

/// <summary>The OpenAI-compatible routes <c>/v1/chat/completions</c> and <c>/v1/models</c>.</summary>
internal static class ChatRoutes
{
    /// <summary>Adds the routes.</summary>
    public static void MapChat(this IEndpointRouteBuilder routes)
    {
        var group = routes.MapGroup("/v1").WithTags("openai").WithMetadata(new RequiredScope(KeyScope.Read));
        group.MapPost("chat/completions", CompleteAsync)
            .WithName("completeChat")
            .WithSummary("OpenAI-compatible: answers the last user message.")
            .WithDescription(
                "System messages and sampling parameters have no effect: answers come from the articles alone. "
                + "`choices[0].message` also has `citations` and `status`; when streaming, the last delta before `finish_reason` has them.")
            .Accepts<ChatRequest>("application/json")
            .Produces<ChatCompletion>(StatusCodes.Status200OK, "application/json", "text/event-stream");
        group.MapGet("models", static () => TypedResults.Ok(ListModels()))
            .WithName("listModels").WithSummary("OpenAI-compatible: the models there are.");
        group.MapGet("models/{id}", static (string id) =>
                TypedResults.Ok(ListModels().Data.FirstOrDefault(model => model.Id == id) ?? throw UnknownModel(id)))
            .WithName("getModel").WithSummary("OpenAI-compatible: one model.");
    }

    [SuppressMessage("Reliability", "CA2000:Dispose objects before losing scope", Justification = "Whoever answers lets go of the turn.")]
    private static async Task<IResult> CompleteAsync(HttpContext context, QueuedAnswerer answerer, ChatAnswers chat)
    {
        var request = await ReadAsync(context.Request);
        var model = request.Model ?? ModelList.Names[0];
        if (!ModelList.Names.Contains(model)) throw UnknownModel(model);
        var question = ChatConversation.ToQuestion(request) with { Mode = ModeOf(model) };
        var entering = answerer.EnterAsync(context.RequestAborted);
        if (entering.IsFaulted) await entering;
        var prompt = new ChatPrompt(model, question, request.StreamOptions?.IncludeUsage == true);
        return request.Stream == true
            ? TypedResults.ServerSentEvents(chat.StreamAsync(prompt, entering, context.RequestAborted))
            : TypedResults.Json(await chat.CompleteAsync(prompt, entering, context.RequestAborted), Core.AssistantJson.Options);
    }

    private static AnswerMode? ModeOf(string model) => model switch
    {
        "assistant-extractive" => AnswerMode.Extractive,
        "assistant-generative" => AnswerMode.Generative,
        _ => null,
    };

    private static async Task<ChatRequest> ReadAsync(HttpRequest request)
    {
        if (!request.HasJsonContentType())
            throw new ProblemException(Problem.UnsupportedMediaType("Send application/json."));
        return await JsonSerializer.DeserializeAsync<ChatRequest>(request.Body, ChatRequest.Json, request.HttpContext.RequestAborted)
            ?? throw new ProblemException(Problem.InvalidValue("The body is null."));
    }

    private static ModelList ListModels() => new([.. ModelList.Names.Select(static name => new ModelEntry(name, 0))]);

    private static ProblemException UnknownModel(string model) => new(new Problem(
        StatusCodes.Status404NotFound, "model-not-found", "The model does not exist",
        $"There is no model '{model}'. There are {string.Join(" and ", ModelList.Names)}."));
}
