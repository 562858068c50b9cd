using System.CommandLine;
using System.Globalization;
using Assistant.Eval.Importing;

namespace Assistant.Eval.Commands;

/// <summary><c>import</c>: turns a public data set into a suite.</summary>
internal static class ImportCommand
{
    private static readonly Dictionary<string, ImportFormat> Formats = new(StringComparer.Ordinal)
    {
        ["beir"] = ImportFormat.Beir,
        ["squad"] = ImportFormat.Squad,
        ["clapnq"] = ImportFormat.ClapNq,
        ["mtrag"] = ImportFormat.Mtrag,
    };

    /// <summary>The command.</summary>
    public static Command Create()
    {
        var format = new Option<string>("--format") { Description = "What the data set is.", Required = true };
        format.AcceptOnlyFromAmong([.. Formats.Keys]);
        var source = new Argument<string>("in") { Description = "A BEIR folder; else a file, or a folder of files." };
        var suite = new Argument<string>("suite") { Description = "The suite's folder: new or empty." };
        var command = new Command("import", "Turns a public data set into a suite.") { format, source, suite };
        command.SetAction(async (parsed, cancellationToken) =>
        {
            var result = await Importer.ImportAsync(
                Formats[parsed.GetRequiredValue(format)],
                parsed.GetRequiredValue(source),
                parsed.GetRequiredValue(suite),
                cancellationToken);
            foreach (var problem in result.Problems) await System.Console.Error.WriteLineAsync($"skipped {problem}");
            await System.Console.Out.WriteLineAsync(Describe(result));
            return result.Questions > 0 ? ExitCode.Success : ExitCode.Failure;
        });
        return command;
    }

    private static string Describe(ImportResult result) => string.Create(
        CultureInfo.InvariantCulture,
        $"{result.Documents} documents, {result.Questions} questions, {result.Problems.Count} records skipped, {result.LeftOut} questions that nobody judged left out.");
}
