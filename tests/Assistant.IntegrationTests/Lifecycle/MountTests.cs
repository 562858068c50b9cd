using System.Diagnostics;
using Assistant.Core.Indexing;

namespace Assistant.IntegrationTests.Lifecycle;

/// <summary>A data folder on a disk that is full, or that may not be written.</summary>
/// <remarks>The disk is a tmpfs in a mount namespace of the shell that runs the program; root is bound by it too.</remarks>
public sealed class MountTests : IDisposable
{
    private const int Articles = 60;

    private readonly ShortArticles _articles = new();

    private string _data = string.Empty;

    public void Dispose() => _articles.Dispose();

    [MountFact]
    public async Task A_full_disk_is_told_and_what_was_stored_is_sound_and_goes_on_once_there_is_room()
    {
        _articles.Write(Articles, "arrived");
        _data = _articles.CopyData("data", from: null);

        var steps = await RunAsync(
            """
            mount -t tmpfs -o size=3m tmpfs "$ASSISTANT_DATA"
            run ingest "$ARTICLES" --root short
            run index backup "$ASSISTANT_DATA/copy.db"
            mount -o remount,size=64m "$ASSISTANT_DATA"
            run index check
            run ingest "$ARTICLES" --root short
            run index check --json
            """);

        Assert.Equal([1, 1, 0, 0, 0], steps.Select(static step => step.ExitCode));
        Assert.Contains("disk is full", steps[0].Text, StringComparison.Ordinal);
        Assert.Contains("nothing is wrong", steps[2].Text, StringComparison.Ordinal);
        var undisturbed = await _articles.IngestAsync("undisturbed", Articles, "arrived");
        Assert.Contains(DigestOf(undisturbed), steps[4].Text, StringComparison.Ordinal);
    }

    [MountFact]
    public async Task A_folder_that_may_not_be_written_is_told_and_left_as_it_is()
    {
        _data = await _articles.IngestAsync("data", 3, "arrived");
        var digest = DigestOf(_data);
        _articles.Write(3, "left");

        var steps = await RunAsync(
            """
            mount --bind "$ASSISTANT_DATA" "$ASSISTANT_DATA"
            mount -o remount,bind,ro "$ASSISTANT_DATA"
            run ingest "$ARTICLES" --root short
            run ask "Which ship arrived?"
            run index compact
            """);

        Assert.Equal([1, 1, 1], steps.Select(static step => step.ExitCode));
        Assert.All(steps, step => Assert.Contains(_data, step.Text, StringComparison.Ordinal));
        Assert.All(steps, step => Assert.DoesNotContain("   at ", step.Text, StringComparison.Ordinal));
        Assert.Equal(digest, DigestOf(_data));
    }

    private static string DigestOf(string data) =>
        IndexUpkeep.Check(Path.Combine(data, "index.db"), CancellationToken.None).Digest!;

    /// <summary>Runs a script in which <c>run</c> is the program; what each run said, and its exit code.</summary>
    private async Task<IReadOnlyList<(int ExitCode, string Text)>> RunAsync(string script)
    {
        const string prelude = "set -e\nrun() { set +e; dotnet \"$PROGRAM\" \"$@\" 2>&1; echo \"exit:$?\"; set -e; }\n";
        var start = new ProcessStartInfo("unshare", ["-rm", "sh", "-c", prelude + script]) { RedirectStandardOutput = true };
        start.Environment["PROGRAM"] = Path.Combine(AppContext.BaseDirectory, "assistant.dll");
        start.Environment["ARTICLES"] = _articles.Folder;
        start.Environment["ASSISTANT_DATA"] = _data;
        using var process = Process.Start(start)!;
        var output = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        Assert.Equal(0, process.ExitCode);
        var parts = output.Split("exit:");
        return [.. parts.Skip(1).Select((part, i) => (part[0] - '0', parts[i]))];
    }
}
