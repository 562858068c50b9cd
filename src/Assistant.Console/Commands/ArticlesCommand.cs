using System.CommandLine;
using Assistant.Console.Rendering;
using Assistant.Core;
using Assistant.Core.Answering;
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
        var removed = new Option<bool>("--removed") { Description = "Show what was dropped from it instead, each block with its reason." };
        var json = new Option<bool>("--json") { Description = "Print the article as JSON." };
        var command = new Command("show", "Shows an article's text as it is quoted.") { article, removed, json };
        command.SetAction(async (parsed, cancellationToken) =>
        {
            await using var workspace = await OpenAsync(parsed.GetValue(data), cancellationToken);
            var found = await FindAsync(workspace, parsed.GetRequiredValue(article), cancellationToken);
            if (parsed.GetValue(removed)) await ShowRemovedAsync(workspace, found, parsed.GetValue(json), cancellationToken);
            else if (parsed.GetValue(json)) JsonOutput.Write(found);
            else ArticleViews.Show(Terminal.OpenOutput(), found);
            return ExitCode.Success;
        });
        return command;
    }

    private static Command CreateRemove(Option<string?> data)
    {
        var article = ArticleArgument();
        var command = new Command("remove", "Erases an article with all its revisions, and the kept answers that mention it.") { article };
        command.SetAction(async (parsed, cancellationToken) =>
        {
            var folder = DataFolder.Open(parsed.GetValue(data));
            await using var workspace = await OpenAsync(folder, cancellationToken);
            var found = await FindAsync(workspace, parsed.GetRequiredValue(article), cancellationToken);
            using var answers = new SavedAnswers(folder, OptionsOf(folder).Answers, TimeProvider.System);
            await answers.EraseArticleAsync(workspace.Index, found.Id, cancellationToken);
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
        return Workspace.OpenAsync(DataFolder.IndexPath(folder), OptionsOf(folder), TimeProvider.System, cancellationToken);
    }

    private static AssistantOptions OptionsOf(string folder) =>
        AssistantConfiguration.Load(folder, new Dictionary<string, string?>()).Options;

    private static async Task ShowRemovedAsync(Workspace workspace, Article article, bool json, CancellationToken cancellationToken)
    {
        var removed = await workspace.Index.GetRemovedAsync(article.Id, article.Revision, cancellationToken);
        if (json) JsonOutput.Write(removed);
        else ArticleViews.ShowRemoved(Terminal.OpenOutput(), removed);
    }

    private static async Task<Article> FindAsync(Workspace workspace, string wanted, CancellationToken cancellationToken)
    {
        var articles = await workspace.Index.ListArticlesAsync(cancellationToken);
        var summary = ArticleLocator.Find(articles, await workspace.Ingestion.IdentifyAsync(wanted, cancellationToken) ?? wanted);
        return await workspace.Index.GetArticleAsync(summary.Id, summary.Revision, cancellationToken)
            ?? throw new InvalidOperationException($"The article '{wanted}' was erased meanwhile.");
    }
}
