using Assistant.Eval.Commands;

namespace Assistant.Tests.Eval.Commands;

public sealed class EvalCommandLineTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("run")]
    [InlineData("run", "suite", "--limit", "0")]
    [InlineData("run", "suite", "--split", "train")]
    [InlineData("import", "--format", "other", "in", "suite")]
    [InlineData("unknown")]
    public async Task A_wrong_command_line_exits_2(params string[] arguments) =>
        Assert.Equal(ExitCode.Usage, await EvalCommandLine.RunAsync(arguments));

    [Fact]
    public async Task A_suite_that_is_not_there_exits_1() =>
        Assert.Equal(ExitCode.Failure, await EvalCommandLine.RunAsync(["run", Path.Combine(_folder.Path, "none"), "--data", _folder.Path]));

    [Fact]
    public async Task A_run_that_is_not_there_exits_1() =>
        Assert.Equal(ExitCode.Failure, await EvalCommandLine.RunAsync(["compare", Path.Combine(_folder.Path, "a.json"), "b.json"]));

    [Fact]
    public async Task Imports_a_data_set()
    {
        var source = _folder.Write("in.json", """
            {"data": [{"title": "T", "paragraphs": [{"context": "Text.", "qas": [{"id": "a", "question": "?", "answers": [{"text": "Text"}]}]}]}]}
            """);
        var suite = Path.Combine(_folder.Path, "suite");

        Assert.Equal(ExitCode.Success, await EvalCommandLine.RunAsync(["import", "--format", "squad", source, suite]));
        Assert.True(File.Exists(Path.Combine(suite, "queries.jsonl")));
    }
}
