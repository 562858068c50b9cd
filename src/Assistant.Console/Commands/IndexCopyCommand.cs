using System.CommandLine;
using System.CommandLine.Parsing;
using Assistant.Core.Configuration;
using Assistant.Core.Embeddings;
using Assistant.Core.Indexing;
using Assistant.Core.Indexing.Qdrant;

namespace Assistant.Console.Commands;

/// <summary><c>index copy --from embedded --to qdrant</c>, back, or from Qdrant to Qdrant: the passages built anew.</summary>
internal static class IndexCopyCommand
{
    private const int Reports = 20;
    private const string Embedded = "embedded";
    private const string Qdrant = "qdrant";

    private const string Description =
        "Copies the whole index and compares both. From qdrant to qdrant: builds the passages anew with the options of today, "
        + "and switches to them without a gap.";

    /// <summary>Creates the command.</summary>
    public static Command Create(Option<string?> data, Option<string?> articles)
    {
        var from = KindOption("--from");
        var to = KindOption("--to");
        var command = new Command("copy", Description) { from, to };
        command.Validators.Add(result =>
        {
            if (result.GetResult(articles) is not null) result.AddError("An index of single articles stays a file: ingest the articles instead.");
            if (IsEmbedded(result.GetResult(from)) && IsEmbedded(result.GetResult(to)))
                result.AddError("From embedded to embedded there is nothing to copy; see 'assistant index backup'.");
        });
        command.SetAction(async (parsed, cancellationToken) =>
        {
            var folder = DataFolder.Open(parsed.GetValue(data));
            var options = AssistantConfiguration.Load(folder, new Dictionary<string, string?>()).Options;
            var embeddings = EmbeddingProvider.Load(options.Embeddings);
            var opener = new IndexOpener(embeddings.Fingerprint, options, TimeProvider.System);
            var file = DataFolder.IndexPath(folder);
            await using var source = await opener.OpenAsync(KindOf(parsed, from), file, cancellationToken);
            if (source is QdrantPassageIndex qdrant && KindOf(parsed, to) == IndexKind.Qdrant) return await ReindexAsync(qdrant, cancellationToken);
            await using var target = await opener.OpenAsync(KindOf(parsed, to), file, cancellationToken);
            return await CopyAsync(new IndexTransfer(source, target), cancellationToken);
        });
        return command;
    }

    private static Option<string> KindOption(string name) =>
        new Option<string>(name) { Description = $"{Embedded} or {Qdrant}.", Required = true }.AcceptOnlyFromAmong(Embedded, Qdrant);

    // By the word: the value of an option that is no good cannot be asked for.
    private static bool IsEmbedded(OptionResult? option) => option?.Tokens is [{ Value: Embedded }];

    private static IndexKind KindOf(ParseResult parsed, Option<string> option) =>
        parsed.GetRequiredValue(option) == Qdrant ? IndexKind.Qdrant : IndexKind.Embedded;

    private static async Task<int> CopyAsync(IndexTransfer copy, CancellationToken cancellationToken)
    {
        var result = await copy.RunAsync(new ErrorStreamProgress<CopyProgress>(Describe), cancellationToken);
        await System.Console.Out.WriteLineAsync(
            $"{result.Articles} articles: {result.Copied} copied, {result.Articles - result.Copied} there already; {result.Revisions.Source} revisions");
        if (result.IsVerified)
        {
            await System.Console.Out.WriteLineAsync($"Both hold the same, digest {result.Digests.Source}.");
            return ExitCode.Success;
        }

        await System.Console.Error.WriteLineAsync(
            $"The two are not the same: {result.Revisions.Target} revisions in the copy, digests {result.Digests.Source} and {result.Digests.Target}. "
            + "The copy held other articles before, or one of the two changed meanwhile. Repeat the command, or copy into an empty index.");
        return ExitCode.Failure;
    }

    private static async Task<int> ReindexAsync(QdrantPassageIndex index, CancellationToken cancellationToken)
    {
        await index.ReindexAsync(
            new ErrorStreamProgress<int>(static done => done % 1000 == 0 ? $"{done} articles" : null), cancellationToken);
        await System.Console.Out.WriteLineAsync("The passages were built anew; searches use them now.");
        return ExitCode.Success;
    }

    private static string? Describe(CopyProgress progress) =>
        progress.Done == progress.Total || progress.Done % Math.Max(1, progress.Total / Reports) == 0
            ? $"{progress.Done} of {progress.Total} articles" : null;

    /// <summary>Writes each line at once, in order, to stderr.</summary>
    private sealed class ErrorStreamProgress<T>(Func<T, string?> describe) : IProgress<T>
    {
        public void Report(T value)
        {
            if (describe(value) is { } line) System.Console.Error.WriteLine(line);
        }
    }
}
