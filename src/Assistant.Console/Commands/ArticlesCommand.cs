using System.CommandLine;
using Assistant.Console.Rendering;
using Assistant.Core;
using Assistant.Core.Configuration;

namespace Assistant.Console.Commands;

/// <summary><c>articles list|show|remove</c>.</summary>
internal static class ArticlesCommand
{
    /// <summary>Creates the command with its subcommands.</summary>
    public static Command Create(Option<string?> data) =>
        new("articles", "Lists, shows and removes articles.") { CreateList(data), CreateShow(data), CreateRemove(data) };

    private static Command CreateList(Option<string?> data)
    {
        var json = new Option<bool>("--json") { Description = "Print the list as JSON." };
        var command = new Command("list", "Lists the articles, newest first.") { json };
        command.SetAction(async (parsed, cancellationToken) =>
        {
            await using var workspace = await OpenAsync(parsed.GetValue(data), cancellationToken);
            var articles = await workspace.Index.ListArticlesAsync(cancellationToken);
            if (parsed.GetValue(json)) JsonOutput.Write(articles);
            else ArticleViews.ShowList(Terminal.OpenOutput(), articles);
            return ExitCode.Success;
        });
        return command;
    }

    private static Command CreateShow(Option<string?> data)
    {
        var article = ArticleArgument();
        var json = new Option<bool>("--json") { Description = "Print the article as JSON." };
        var command = new Command("show", "Shows an article's text as it is quoted.") { article, json };
        command.SetAction(async (parsed, cancellationToken) =>
        {
            await using var workspace = await OpenAsync(parsed.GetValue(data), cancellationToken);
            var found = await FindAsync(workspace, parsed.GetRequiredValue(article), cancellationToken);
            if (parsed.GetValue(json)) JsonOutput.Write(found);
            else ArticleViews.Show(Terminal.OpenOutput(), found);
            return ExitCode.Success;
        });
        return command;
    }

    private static Command CreateRemove(Option<string?> data)
    {
        var article = ArticleArgument();
        var command = new Command("remove", "Erases an article with all its revisions.") { article };
        command.SetAction(async (parsed, cancellationToken) =>
        {
            await using var workspace = await OpenAsync(parsed.GetValue(data), cancellationToken);
            var found = await FindAsync(workspace, parsed.GetRequiredValue(article), cancellationToken);
            await workspace.Index.EraseAsync(found.Id, cancellationToken);
            await System.Console.Error.WriteLineAsync($"Erased {found.Id} ({SafeText.OneLine(found.Title)}).");
            return ExitCode.Success;
        });
        return command;
    }

    private static Argument<string> ArticleArgument() =>
        new("article") { Description = "Its id, a unique beginning of the id, its URL or its path." };

    private static Task<Workspace> OpenAsync(string? data, CancellationToken cancellationToken)
    {
        var folder = DataFolder.Open(data);
        var options = AssistantConfiguration.Load(folder, new Dictionary<string, string?>()).Options;
        return Workspace.OpenAsync(DataFolder.IndexPath(folder), options, TimeProvider.System, cancellationToken);
    }

    private static async Task<Article> FindAsync(Workspace workspace, string wanted, CancellationToken cancellationToken)
    {
        var articles = await workspace.Index.ListArticlesAsync(cancellationToken);
        var summary = ArticleLocator.Find(articles, await workspace.Ingestion.IdentifyAsync(wanted, cancellationToken) ?? wanted);
        return await workspace.Index.GetArticleAsync(summary.Id, summary.Revision, cancellationToken)
            ?? throw new InvalidOperationException($"The article '{wanted}' was erased meanwhile.");
    }
}
