using System.Diagnostics;
using System.Text.Json.Nodes;

namespace Assistant.IntegrationTests;

public sealed class UnicodeStartTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("assistant-unicode").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Theory]
    [InlineData("assistant", "search", "anything")]
    [InlineData("assistant-api", "--urls", "http://127.0.0.1:0")]
    public async Task The_programs_refuse_to_start_where_unicode_normalisation_does_not_work(string program, params string[] arguments)
    {
        var configuration = JsonNode.Parse(await File.ReadAllTextAsync(Path.Combine(AppContext.BaseDirectory, $"{program}.runtimeconfig.json")))!;
        configuration["runtimeOptions"]!["configProperties"]!["System.Globalization.Invariant"] = true;
        var path = Path.Combine(_folder, "invariant.runtimeconfig.json");
        await File.WriteAllTextAsync(path, configuration.ToJsonString());
        var start = new ProcessStartInfo("dotnet") { RedirectStandardError = true, RedirectStandardOutput = true };
        foreach (var argument in (string[])["exec", "--runtimeconfig", path, Path.Combine(AppContext.BaseDirectory, $"{program}.dll"), .. arguments])
            start.ArgumentList.Add(argument);
        start.Environment["ASSISTANT_DATA"] = _folder;

        using var process = Process.Start(start)!;
        using var limit = new CancellationTokenSource(TimeSpan.FromMinutes(2));
        var error = await process.StandardError.ReadToEndAsync(limit.Token);
        await process.WaitForExitAsync(limit.Token);

        Assert.Equal(1, process.ExitCode);
        Assert.Contains("ICU", error, StringComparison.Ordinal);
    }
}
