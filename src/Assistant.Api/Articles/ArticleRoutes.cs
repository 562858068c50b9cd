using Assistant.Api.Ingestions;
using Assistant.Api.Problems;
using Assistant.Api.Security;
using Assistant.Core;
using Assistant.Core.Answering;
using Assistant.Core.Indexing;
using Assistant.Core.Keys;

namespace Assistant.Api.Articles;

/// <summary>Routes under <c>/v1/articles</c> that read and erase; see <see cref="UploadRoutes"/> for those that add.</summary>
internal static class ArticleRoutes
{
    private const int DefaultLimit = 50;
    private const int MaximumLimit = 200;
    private const int MaximumQueryLength = 200;

    /// <summary>Adds the routes.</summary>
    public static void MapArticles(this IEndpointRouteBuilder routes)
    {
        var articles = routes.MapGroup("/v1/articles").WithTags("articles").WithMetadata(new RequiredScope(KeyScope.Read));
        articles.MapGet(string.Empty, ListAsync)
            .WithName("listArticles")
            .WithSummary("Lists the articles, newest first, undated last.")
            .Produces<ArticlePage>();
        articles.MapGet("{id}", GetAsync)
            .WithName("getArticle")
            .WithSummary("An article with its text, in the revision that is searched or in the one that a citation names.")
            .WithDescription("Citations' offsets are half-open, in UTF-16 code units of `text`.")
            .Produces<Article>();
        articles.MapDelete("{id}", EraseAsync)
            .WithName("eraseArticle")
            .WithSummary("Erases an article with all its revisions and every kept answer that mentions it.")
            .WithMetadata(new RequiredScope(KeyScope.Write))
            .Produces(StatusCodes.Status204NoContent);
    }

    /// <summary>The problem of an article that cannot be shown: erased, or never there.</summary>
    internal static async Task<ProblemException> MissingAsync(
        IPassageIndex index, string id, CancellationToken cancellationToken) =>
        new(await index.FindAsync(id, cancellationToken) is { IsErased: true } ? Problem.ErasedArticle(id) : Problem.UnknownArticle(id));

    private static async Task<IResult> ListAsync(
        WorkspaceOpener opener, string? after, string? query, int? limit, CancellationToken cancellationToken)
    {
        if (limit is < 1 or > MaximumLimit) throw new ProblemException(Problem.InvalidValue($"limit is from 1 to {MaximumLimit}."));
        if (query?.Length > MaximumQueryLength)
            throw new ProblemException(Problem.InvalidValue($"query is longer than {MaximumQueryLength} characters."));
        var workspace = await opener.GetAsync(cancellationToken);
        var all = await workspace.Index.ListArticlesAsync(cancellationToken);
        return TypedResults.Ok(ArticlePage.Of(all, after, query, limit ?? DefaultLimit));
    }

    private static async Task<IResult> GetAsync(
        WorkspaceOpener opener, string id, string? revision, CancellationToken cancellationToken)
    {
        var index = (await opener.GetAsync(cancellationToken)).Index;
        return await index.GetArticleAsync(id, revision, cancellationToken) is { } article
            ? TypedResults.Ok(article)
            : throw await MissingAsync(index, id, cancellationToken);
    }

    private static async Task<IResult> EraseAsync(
        WorkspaceOpener opener, IndexWriting writing, SavedAnswers saved, string id, CancellationToken cancellationToken)
    {
        var index = (await opener.GetAsync(cancellationToken)).Index;
        if (await index.FindAsync(id, cancellationToken) is null) throw new ProblemException(Problem.UnknownArticle(id));
        return await writing.RunAsync(writer => saved.EraseArticleAsync(writer.Index, id, cancellationToken), cancellationToken)
            ? TypedResults.NoContent()
            : throw new ProblemException(Problem.ErasedArticle(id));
    }
}
