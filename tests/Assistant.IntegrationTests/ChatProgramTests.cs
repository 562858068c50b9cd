using System.Diagnostics;

namespace Assistant.IntegrationTests;

/// <summary>The console's <c>chat</c> in a process of its own, fed from a pipe.</summary>
public sealed class ChatProgramTests : IDisposable
{
    private const string Harbour =
        """
        ---
        title: The new harbour of Lindvik
        date: 2019-05-04
        source: Sample Wire
        ---
        The new harbour of Lindvik opened on 2 May 2019 after six years of work. \u001b[31mThe café\u001b[0m opened on 9 June 2019.
        """;

    private readonly string _data = Directory.CreateTempSubdirectory("assistant-chat").FullName;

    private string Article => Path.Combine(_data, "harbour.md");

    public ChatProgramTests() => File.WriteAllText(Article, Harbour.Replace("\\u001b", "\u001b", StringComparison.Ordinal));

    public void Dispose() => Directory.Delete(_data, recursive: true);

    [Fact]
    public async Task Answers_from_a_pipe_with_follow_ups_sources_and_no_terminal()
    {
        var result = await ConsoleProgram.RunWithInputAsync(
            _data,
            "When did the harbour of Lindvik open?\nAnd the café?\nAnd the MiG-41?\n/sources\n/quit\nNever asked?\n",
            "chat", "--articles", Article);

        Assert.Equal(0, result.ExitCode);
        Assert.Contains("> When did the harbour of Lindvik open?", result.Output, StringComparison.Ordinal);
        Assert.Contains("2 May 2019", result.Output, StringComparison.Ordinal);
        Assert.Contains("And the café", result.Output, StringComparison.Ordinal);
        Assert.Contains("The articles do not say.", result.Output, StringComparison.Ordinal);
        Assert.Contains("The last answer cites nothing.", result.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("Never asked", result.Output, StringComparison.Ordinal);
        Assert.DoesNotContain('\u001b', result.Output);
    }

    [Fact]
    public async Task A_filter_leaves_out_what_it_excludes()
    {
        var result = await ConsoleProgram.RunWithInputAsync(
            _data, "When did the harbour of Lindvik open?\n", "chat", "--articles", Article, "--after", "2020-01-01");

        Assert.Equal(0, result.ExitCode);
        Assert.Contains("There are no articles to search.", result.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Says_why_when_there_is_nothing_to_ask()
    {
        var result = await ConsoleProgram.RunWithInputAsync(_data, "Why?\n", "chat", "--articles", Path.Combine(_data, "nowhere"));

        Assert.Equal(1, result.ExitCode);
        Assert.DoesNotContain("> Why?", result.Output, StringComparison.Ordinal);
    }

    [InterruptFact]
    public async Task Ctrl_C_at_the_prompt_warns_once_and_leaves_the_second_time()
    {
        using var process = ConsoleProgram.Start(_data, "chat", "--articles", Article);
        await process.StandardInput.WriteAsync("/help\n");
        await process.StandardInput.FlushAsync();
        await WaitForAsync(process, "/help     this");
        Signal.Send("INT", process);
        await WaitForAsync(process, "Ctrl-C again or /quit to leave.");
        Signal.Send("INT", process);

        Assert.Equal(0, (await ConsoleProgram.FinishAsync(process)).ExitCode);
    }

    private static async Task WaitForAsync(Process process, string text)
    {
        using var timeout = new CancellationTokenSource(TimeSpan.FromMinutes(1));
        string? line;
        do line = await process.StandardOutput.ReadLineAsync(timeout.Token);
        while (line is not null && !line.Contains(text, StringComparison.Ordinal));
        Assert.NotNull(line);
    }
}
