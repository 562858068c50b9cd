using System.CommandLine;
using Assistant.Console.Rendering;
using Assistant.Core;
using Assistant.Core.Configuration;
using Assistant.Core.Ingestion;

namespace Assistant.Console.Commands;

/// <summary><c>ingest &lt;path&gt;…</c>: files, folders, pages and feeds into the index.</summary>
internal sealed class IngestCommand
{
    private readonly Argument<string[]> _paths = new("path")
    {
        Description = "Files (.txt, .md, .html, .docx, .jsonl), folders, and http(s) addresses of pages and of RSS or Atom feeds.",
        Arity = ArgumentArity.OneOrMore,
    };

    private readonly Option<string?> _root = new("--root") { Description = "Name under which the articles are known, so that the folder may move." };
    private readonly Option<bool> _plan = new("--plan") { Description = "Only count what would be added, updated, removed and unchanged: +3 ~1 -0 =996." };
    private readonly Option<bool> _prune = new("--prune") { Description = "Also take out of the search what is gone from the named folders." };
    private readonly Option<bool> _raw = new("--raw") { Description = "Keep menus, headers, page numbers and line breaks." };
    private readonly Option<bool> _json = new("--json") { Description = "Print the result as JSON." };

    /// <summary>Creates the command.</summary>
    public static Command Create(Option<string?> data)
    {
        var options = new IngestCommand();
        var command = new Command("ingest", "Adds articles to the index; what is unchanged costs nothing.")
        {
            options._paths, options._root, options._plan, options._prune, options._raw, options._json,
        };
        command.SetAction((parsed, cancellationToken) => options.RunAsync(parsed, parsed.GetValue(data), cancellationToken));
        return command;
    }

    /// <summary>True when at least one article was read.</summary>
    public static bool HasArticles(IngestionResult result) => result.Added + result.Updated + result.Unchanged > 0;

    private async Task<int> RunAsync(ParseResult parsed, string? data, CancellationToken cancellationToken)
    {
        var folder = DataFolder.Open(data);
        var isPlan = parsed.GetValue(_plan);
        using var index = new PlannedIndex(DataFolder.IndexPath(folder), isPlan);
        var options = AssistantConfiguration.Load(folder, new Dictionary<string, string?>()).Options;
        await using var workspace = await Workspace.OpenAsync(index.Path, options, TimeProvider.System, cancellationToken);
        var result = await IngestionProgressBar.RunAsync(
            workspace.Ingestion,
            parsed.GetRequiredValue(_paths),
            new IngestionOptions
            {
                Root = parsed.GetValue(_root),
                IsPlan = isPlan,
                Prune = parsed.GetValue(_prune),
                IsRaw = parsed.GetValue(_raw),
            },
            cancellationToken);
        Show(result, isPlan, parsed.GetValue(_json));
        if (HasArticles(result) || result.Removed > 0 || result.Refused == 0) return ExitCode.Success;
        await System.Console.Error.WriteLineAsync("Nothing could be read; the rows say why.");
        return ExitCode.Failure;
    }

    private static void Show(IngestionResult result, bool isPlan, bool json)
    {
        if (json) JsonOutput.Write(result);
        else if (isPlan) IngestionView.ShowPlan(Terminal.OpenOutput(), Terminal.OpenError(), result);
        else IngestionView.Show(Terminal.OpenOutput(), result);
    }
}
