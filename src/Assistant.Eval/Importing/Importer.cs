using Assistant.Eval.Suites;

namespace Assistant.Eval.Importing;

/// <summary>Turns a public data set into a suite.</summary>
internal static class Importer
{
    /// <summary>Reads the data set and writes the suite; malformed records are skipped and listed.</summary>
    /// <param name="format">What the data set is.</param>
    /// <param name="source">A BEIR folder; for the others a file, or a folder of <c>.json</c> and <c>.jsonl</c> files.</param>
    /// <param name="suite">The suite's folder: new or empty. It appears only when all is written.</param>
    /// <param name="cancellationToken">Leaves nothing behind.</param>
    /// <exception cref="IOException">The source cannot be read, or the suite's folder is not empty.</exception>
    public static async Task<ImportResult> ImportAsync(
        ImportFormat format, string source, string suite, CancellationToken cancellationToken)
    {
        var target = Path.TrimEndingDirectorySeparator(Path.GetFullPath(suite));
        if (Directory.Exists(target) && Directory.EnumerateFileSystemEntries(target).Any())
            throw new IOException($"{suite} is not empty; name a new folder.");
        var partial = target + ".partial";
        try
        {
            var result = await WriteAsync(format, source, partial, cancellationToken);
            if (Directory.Exists(target)) Directory.Delete(target);
            Directory.Move(partial, target);
            return result;
        }
        finally
        {
            if (Directory.Exists(partial)) Directory.Delete(partial, recursive: true);
        }
    }

    private static async Task<ImportResult> WriteAsync(
        ImportFormat format, string source, string folder, CancellationToken cancellationToken)
    {
        var problems = new ProblemList();
        await using var writer = new SuiteWriter(folder);
        var leftOut = 0;
        if (format == ImportFormat.Beir)
        {
            var beir = new BeirImporter(writer, problems);
            await beir.ImportAsync(source, cancellationToken);
            leftOut = beir.LeftOut;
        }
        else
        {
            var import = ImporterOf(format, writer, problems);
            foreach (var file in FilesOf(source)) await import(file, cancellationToken);
        }

        return new ImportResult(writer.DocumentCount, writer.QuestionCount, leftOut, problems.Items);
    }

    private static Func<string, CancellationToken, Task> ImporterOf(
        ImportFormat format, SuiteWriter writer, ProblemList problems) =>
        format switch
        {
            ImportFormat.Squad => new SquadImporter(writer, problems).ImportAsync,
            ImportFormat.ClapNq => new ClapNqImporter(writer, problems).ImportAsync,
            ImportFormat.Mtrag => new MtragImporter(writer, problems).ImportAsync,
            _ => throw new ArgumentOutOfRangeException(nameof(format), format, "Not a format that reads files."),
        };

    private static IEnumerable<string> FilesOf(string source) =>
        Directory.Exists(source)
            ? Directory.GetFiles(source)
                .Where(static file => Path.GetExtension(file) is ".json" or ".jsonl")
                .Order(StringComparer.Ordinal)
            : [source];
}
