using System.Text;
using System.Text.Json;
using Assistant.Core;

namespace Assistant.Eval.Running;

/// <summary>A run's rows on disk as they come: a header line, then a line a row, only ever appended to.</summary>
/// <remarks>A line cut short by a crash is dropped when the file is read again. One writer.</remarks>
internal sealed class PartialRun : IAsyncDisposable
{
    private readonly StreamWriter _writer;

    private PartialRun(StreamWriter writer, IReadOnlyList<QuestionResult> rows)
    {
        _writer = writer;
        Rows = rows;
    }

    /// <summary>Rows of the earlier run that goes on; empty for a new one.</summary>
    public IReadOnlyList<QuestionResult> Rows { get; }

    /// <summary>Opens the file to append to: goes on from its rows when they belong to this run, else begins anew.</summary>
    /// <param name="path">The file; its folder exists.</param>
    /// <param name="header">What is run now.</param>
    /// <param name="resume">False to begin anew in any case.</param>
    /// <param name="cancellationToken">Cancels before anything is written.</param>
    /// <exception cref="InvalidDataException">To be resumed, but the file is of another run.</exception>
    public static async Task<PartialRun> OpenAsync(
        string path, RunHeader header, bool resume, CancellationToken cancellationToken)
    {
        var lines = resume && File.Exists(path) ? await File.ReadAllLinesAsync(path, cancellationToken) : [];
        var earlier = lines.Length == 0 ? null : Parse<RunHeader>(lines[0]);
        if (earlier is not null && !earlier.Matches(header))
        {
            throw new InvalidDataException(
                "The interrupted run was of another suite, index or set of options; run without --resume.");
        }

        var rows = earlier is null
            ? []
            : lines.Skip(1).Select(Parse<QuestionResult>).OfType<QuestionResult>()
                .Where(static row => row.IsMeasured)
                .DistinctBy(static row => row.Id, StringComparer.Ordinal)
                .ToList();
        var run = new PartialRun(new StreamWriter(path, append: false, new UTF8Encoding(false)), rows);
        await run.AppendLineAsync(header, cancellationToken);
        foreach (var row in rows) await run.AppendLineAsync(row, cancellationToken);
        return run;
    }

    /// <summary>Adds a row; it is on disk when this returns.</summary>
    public Task AppendAsync(QuestionResult row, CancellationToken cancellationToken) =>
        AppendLineAsync(row, cancellationToken);

    /// <summary>Closes the file.</summary>
    public ValueTask DisposeAsync() => _writer.DisposeAsync();

    private async Task AppendLineAsync<T>(T value, CancellationToken cancellationToken)
    {
        await _writer.WriteLineAsync(JsonSerializer.Serialize(value, AssistantJson.Options).AsMemory(), cancellationToken);
        await _writer.FlushAsync(CancellationToken.None);
    }

    private static T? Parse<T>(string line)
        where T : class
    {
        try
        {
            return JsonSerializer.Deserialize<T>(line, AssistantJson.Options);
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
