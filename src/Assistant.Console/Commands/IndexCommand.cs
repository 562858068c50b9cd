using System.CommandLine;
using System.Globalization;
using Assistant.Console.Rendering;
using Assistant.Core;
using Assistant.Core.Configuration;
using Assistant.Core.Indexing;

namespace Assistant.Console.Commands;

/// <summary><c>index check|compact|backup|rebuild|copy</c>: looks after the index file.</summary>
internal static class IndexCommand
{
    private const double BytesPerMegabyte = 1024 * 1024;
    private const string CheckOnQdrant = "'assistant index copy --from qdrant --to embedded' reads all of it and compares digests.";
    private const string CompactOnQdrant = "Qdrant gives room back by itself.";
    private const string BackupOnQdrant = "Copy with 'assistant index copy --from qdrant --to embedded' first, then back up the file.";
    private const string RebuildOnQdrant =
        "'assistant index copy --from qdrant --to qdrant' builds the passages anew; after a change of the model or the chunker "
        + "choose another Qdrant:Collection:Name and ingest the articles again.";

    /// <summary>Creates the command with its subcommands.</summary>
    public static Command Create(Option<string?> data)
    {
        var articles = new Option<string?>("--articles")
        {
            Description = "The index that 'ask --articles' made for this path, instead of the data folder's own.",
            Recursive = true,
        };
        return new Command("index", "Looks after the index: checks, compacts, copies and rebuilds it.")
        {
            articles,
            CreateCheck(data, articles),
            CreateCompact(data, articles),
            CreateBackup(data, articles),
            CreateRebuild(data, articles),
            IndexCopyCommand.Create(data, articles),
        };
    }

    private static Command CreateCheck(Option<string?> data, Option<string?> articles)
    {
        var json = new Option<bool>("--json") { Description = "Print what was found as JSON." };
        var command = new Command("check", "Looks for damage; exit code 1 when it finds some.") { json };
        command.SetAction((parsed, cancellationToken) =>
        {
            var result = IndexUpkeep.Check(PathOf(parsed, data, articles, CheckOnQdrant), cancellationToken);
            if (parsed.GetValue(json)) JsonOutput.Write(result);
            else Show(result);
            return Task.FromResult(result.Findings.Count == 0 ? ExitCode.Success : ExitCode.Failure);
        });
        return command;
    }

    private static Command CreateCompact(Option<string?> data, Option<string?> articles)
    {
        var command = new Command("compact", "Gives the room of what was removed back to the disk.");
        command.SetAction(parsed =>
        {
            var (before, after) = IndexUpkeep.Compact(PathOf(parsed, data, articles, CompactOnQdrant));
            System.Console.Error.WriteLine($"Compacted: {Megabytes(before)} before, {Megabytes(after)} now.");
            return ExitCode.Success;
        });
        return command;
    }

    private static Command CreateBackup(Option<string?> data, Option<string?> articles)
    {
        var target = new Argument<string>("file") { Description = "A file that is not there yet." };
        var command = new Command("backup", "Copies the index into a new file, also while it is in use.") { target };
        command.SetAction(parsed =>
        {
            var file = parsed.GetRequiredValue(target);
            var size = IndexUpkeep.Backup(PathOf(parsed, data, articles, BackupOnQdrant), file);
            System.Console.Error.WriteLine($"Copied {Megabytes(size)} to {SafeText.OneLine(file)}.");
            return ExitCode.Success;
        });
        return command;
    }

    private static Command CreateRebuild(Option<string?> data, Option<string?> articles)
    {
        var command = new Command("rebuild", "Chunks and embeds the stored texts anew; goes on where it was stopped.");
        command.SetAction(async (parsed, cancellationToken) =>
        {
            var options = AssistantConfiguration.Load(DataFolder.Open(parsed.GetValue(data)), new Dictionary<string, string?>()).Options;
            var path = PathOf(parsed, data, articles, RebuildOnQdrant);
            var result = await RebuildProgressBar.RunAsync(
                progress => Workspace.RebuildAsync(path, options, TimeProvider.System, progress, cancellationToken));
            await System.Console.Error.WriteLineAsync(string.Create(
                CultureInfo.InvariantCulture, $"Rebuilt: {result.Passages} passages, {result.Embedded} embedded by this run."));
            if (!result.IsCleanedAlike)
                await System.Console.Error.WriteLineAsync("The texts are as an earlier version cleaned them; ingest the articles again to clean them anew.");
            return ExitCode.Success;
        });
        return command;
    }

    /// <summary>The file that is meant; refused with the advice when the index is not a file.</summary>
    private static string PathOf(ParseResult parsed, Option<string?> data, Option<string?> articles, string onQdrant)
    {
        var folder = DataFolder.Open(parsed.GetValue(data));
        if (parsed.GetValue(articles) is { } path) return DataFolder.AdhocIndexPath(folder, path);
        if (AssistantConfiguration.Load(folder, new Dictionary<string, string?>()).Options.Index.Kind == IndexKind.Embedded)
            return DataFolder.IndexPath(folder);
        throw new ConfigurationException(
            $"This command is for an index file, and Index:Kind is Qdrant. {onQdrant} For the file set ASSISTANT__Index__Kind=Embedded.");
    }

    private static void Show(IndexCheckResult result)
    {
        foreach (var finding in result.Findings) System.Console.Out.WriteLine(SafeText.OneLine(finding));
        System.Console.Out.WriteLine(result.Digest is { } digest
            ? string.Create(
                CultureInfo.InvariantCulture,
                $"{result.Articles} articles, {result.Revisions} revisions, {result.Passages} passages: nothing is wrong. Digest {digest}.")
            : "The index is damaged. Restore a backup; when only passages are named, 'assistant index rebuild' makes them anew.");
    }

    private static string Megabytes(long bytes) =>
        string.Create(CultureInfo.InvariantCulture, $"{bytes / BytesPerMegabyte:0.0} MB");
}
