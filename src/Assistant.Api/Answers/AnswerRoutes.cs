using System.Diagnostics.CodeAnalysis;
using Assistant.Api.Problems;
using Assistant.Api.Security;
using Assistant.Core;
using Assistant.Core.Answering;
using Assistant.Core.Keys;

namespace Assistant.Api.Answers;

/// <summary>Routes under <c>/v1/answers</c>.</summary>
internal static class AnswerRoutes
{
    private const string EventStreamType = "text/event-stream";

    /// <summary>Adds the routes.</summary>
    public static void MapAnswers(this IEndpointRouteBuilder routes)
    {
        var answers = routes.MapGroup("/v1/answers").WithTags("answers").WithMetadata(new RequiredScope(KeyScope.Read));
        answers.MapPost(string.Empty, AnswerAsync)
            .WithName("answer")
            .WithSummary("Answers a question from the articles; every sentence cites the exact characters it stands on.")
            .WithDescription(
                "With `Accept: text/event-stream` the answer comes as the events `retrieved` (a list of passages), `sentence` "
                + "(a sentence with its citations), `completed` (the whole answer) or `error` (a problem), and `ping` every 15 "
                + "seconds of silence. What counts is the answer of `completed`: when a chat model fails on the way, it has quotes "
                + "in the place of the sentences that were sent. Offsets are half-open, in UTF-16 code units of the article's text.")
            .Produces<Answer>(StatusCodes.Status200OK, "application/json", EventStreamType);
        answers.MapGet("{id}", GetAsync).WithName("getAnswer").WithSummary("An answer that was given before.").Produces<Answer>();
        answers.MapDelete("{id}", DeleteAsync)
            .WithName("eraseAnswer").WithSummary("Erases a kept answer.").WithMetadata(new RequiredScope(KeyScope.Write))
            .Produces(StatusCodes.Status204NoContent);
    }

    [SuppressMessage("Reliability", "CA2000:Dispose objects before losing scope", Justification = "Whoever answers lets go of the turn.")]
    private static async Task<IResult> AnswerAsync(
        AnswerRequest request, QueuedAnswerer answerer, AnswerStream stream, HttpContext context)
    {
        var question = request.ToQuestion();
        var entering = answerer.EnterAsync(context.RequestAborted);
        if (!context.Request.AcceptsEventStream())
            return TypedResults.Ok(await answerer.AnswerAsync(question, entering, context.RequestAborted));
        if (entering.IsFaulted) await entering;
        return TypedResults.ServerSentEvents(stream.RunAsync(question, entering, context.RequestAborted));
    }

    private static async Task<IResult> GetAsync(string id, SavedAnswers saved, CancellationToken cancellationToken) =>
        await saved.FindAsync(id, cancellationToken) is { } answer ? TypedResults.Ok(answer) : throw Unknown();

    private static async Task<IResult> DeleteAsync(string id, SavedAnswers saved, CancellationToken cancellationToken) =>
        await saved.EraseAsync(id, cancellationToken) ? TypedResults.NoContent() : throw Unknown();

    private static bool AcceptsEventStream(this HttpRequest request) =>
        request.GetTypedHeaders().Accept.Any(static type => type.MediaType.Equals(EventStreamType, StringComparison.OrdinalIgnoreCase));

    private static ProblemException Unknown() =>
        new(Problem.NotFound("There is no answer with this id, or it is not kept any more."));
}
