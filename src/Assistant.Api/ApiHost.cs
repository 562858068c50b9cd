using Assistant.Api.Answers;
using Assistant.Api.Articles;
using Assistant.Api.Documentation;
using Assistant.Api.Health;
using Assistant.Api.Ingestions;
using Assistant.Api.OpenAi;
using Assistant.Api.Problems;
using Assistant.Api.Search;
using Assistant.Api.Security;
using Assistant.Core.Answering;

namespace Assistant.Api;

/// <summary>Puts the server together. START HERE: the order of <see cref="Use"/> is the way of a request.</summary>
internal static class ApiHost
{
    /// <summary>Builds the server out of its command line.</summary>
    /// <exception cref="Core.Configuration.ConfigurationException">The configuration cannot be used.</exception>
    /// <exception cref="InvalidDataException">The kept answers cannot be used.</exception>
    public static WebApplication Build(string[] arguments)
    {
        var app = ApiServices.Create(arguments);
        app.Services.GetRequiredService<SavedAnswers>(); // A damaged file is told at the start, not at every question.
        Use(app);
        Map(app);
        return app;
    }

    /// <summary>The order in which a request passes what it must pass.</summary>
    private static void Use(WebApplication app)
    {
        app.UseMiddleware<SecurityHeaders>();
        app.UseExceptionHandler(static _ => { });
        app.UseStatusCodePages(static pages => ProblemWriter.WriteAsync(pages.HttpContext, BareStatus.ToProblem(pages.HttpContext)));
        app.UseRouting();
        app.UseCors();
        app.UseMiddleware<AccessGuard>();
        app.UseRateLimiter();
        app.UseDefaultFiles();
        app.UseStaticFiles(PageFiles.Options);
    }

    private static void Map(WebApplication app)
    {
        app.MapAnswers();
        app.MapSearch();
        app.MapArticles();
        app.MapUploads();
        app.MapIngestions();
        app.MapChat();
        app.MapHealth();
        app.MapDocumentation();
    }
}
