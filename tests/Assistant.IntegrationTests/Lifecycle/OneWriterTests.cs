using System.Globalization;

namespace Assistant.IntegrationTests.Lifecycle;

/// <summary>Two processes at one index.</summary>
public sealed class OneWriterTests : IDisposable
{
    // Far more than are embedded while the other processes run.
    private const int Articles = 3000;

    private readonly ShortArticles _articles = new();

    public void Dispose() => _articles.Dispose();

    [Fact]
    public async Task A_second_writer_is_told_the_firsts_process_and_readers_are_not_disturbed()
    {
        var data = _articles.CopyData("data", from: null);
        _articles.Write(Articles, "arrived");
        using var writer = ConsoleProgram.Start(data, "ingest", _articles.Folder);
        try
        {
            await WaitForLockAsync(data, writer.Id.ToString(CultureInfo.InvariantCulture));

            var second = await ConsoleProgram.RunAsync(data, "ingest", SampleArticles.ArticlesFolder);
            var reader = await ConsoleProgram.RunAsync(data, "search", "ship");
            var check = await ConsoleProgram.RunAsync(data, "index", "check");

            Assert.False(writer.HasExited);
            Assert.Equal(1, second.ExitCode);
            Assert.Contains($"Process {writer.Id} is writing", second.Error, StringComparison.Ordinal);
            Assert.Equal((0, 0), (reader.ExitCode, check.ExitCode));
            Assert.Contains("The ship arrived.", reader.Output, StringComparison.Ordinal);
        }
        finally
        {
            writer.Kill();
            await writer.WaitForExitAsync();
        }
    }

    private static async Task WaitForLockAsync(string data, string processId)
    {
        using var timeout = new CancellationTokenSource(TimeSpan.FromMinutes(2));
        var holder = Path.Combine(data, "index.db.writer");
        while (!File.Exists(holder) || await File.ReadAllTextAsync(holder, timeout.Token) != processId)
            await Task.Delay(20, timeout.Token);
    }
}
