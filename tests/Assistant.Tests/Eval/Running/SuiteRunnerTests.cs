using Assistant.Core;
using Assistant.Eval.Comparison;
using Assistant.Eval.Running;
using Assistant.Eval.Statistics;

namespace Assistant.Tests.Eval.Running;

public sealed class SuiteRunnerTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly ScriptedSuite _script = new(60, groupSize: 2);

    public void Dispose() => _folder.Dispose();

    private string PartialPath => Path.Combine(_folder.Path, "run.jsonl");

    [Fact]
    public async Task Gives_a_row_for_each_question_in_order()
    {
        AnswerAllRight();

        var run = await RunAsync();

        Assert.True(run.IsComplete);
        Assert.Equal(_script.Suite.Questions.Select(static question => question.Id), run.Rows.Select(static row => row.Id));
        Assert.Equal(61, (await File.ReadAllLinesAsync(PartialPath)).Length);
    }

    [Fact]
    public async Task An_interrupted_run_is_valid_and_goes_on_where_it_stopped()
    {
        AnswerAllRight();
        using var interrupt = new CancellationTokenSource();
        var asked = new List<string>();
        var answer = _script.System.AnswerAsync;
        _script.System = _script.System with
        {
            AnswerAsync = async (question, stop) =>
            {
                asked.Add(question.Text);
                if (asked.Count == 20) await interrupt.CancelAsync();
                stop.ThrowIfCancellationRequested();
                return await answer(question, stop);
            },
        };

        var first = await RunAsync(cancellationToken: interrupt.Token);
        var second = await RunAsync(resume: true);

        Assert.False(first.IsComplete);
        Assert.Equal(19, first.Rows.Count);
        Assert.True(second.IsComplete);
        Assert.Equal(60, second.Rows.Count);
        Assert.Equal(61, asked.Count);
    }

    [Fact]
    public async Task A_line_cut_short_and_unmeasured_questions_are_asked_again()
    {
        AnswerAllRight();
        await RunAsync();
        var lines = await File.ReadAllLinesAsync(PartialPath);
        lines[3] = """{"id":"q2","question":"?","group":"g","answerable":true,"unmeasured":"lost power"}""";
        await File.WriteAllTextAsync(PartialPath, string.Join('\n', lines.Take(40)) + "\n" + lines[40][..30]);

        var run = await RunAsync(resume: true);

        Assert.Equal(60, run.Rows.Count);
        Assert.All(run.Rows, static row => Assert.True(row.IsMeasured));
    }

    [Fact]
    public async Task Rows_of_another_suite_are_never_mixed_in()
    {
        AnswerAllRight();
        await RunAsync();

        await Assert.ThrowsAsync<InvalidDataException>(() => PartialRun.OpenAsync(
            PartialPath, _script.Header with { SuiteHash = "other" }, resume: true, CancellationToken.None));
    }

    [Fact]
    public async Task A_new_run_begins_anew()
    {
        AnswerAllRight();
        await RunAsync();

        await using var partial = await PartialRun.OpenAsync(PartialPath, _script.Header, resume: false, CancellationToken.None);

        Assert.Empty(partial.Rows);
    }

    [Fact]
    public async Task The_gate_lets_an_unchanged_retriever_pass_and_catches_a_broken_one()
    {
        AnswerAllRight();
        for (var i = 0; i < 60; i += 10) _script.Answer(i, (i + 1) % 60, i);
        var baseline = await RunAsync();
        var unchanged = await RunAsync();
        for (var i = 0; i < 60; i++) _script.Answer(i, (i + 1) % 60, (i + 2) % 60, i);
        var broken = await RunAsync();

        Assert.True(RunComparer.Compare(baseline, unchanged, BootstrapOptions.Default).Passes);
        var comparison = RunComparer.Compare(baseline, broken, BootstrapOptions.Default);
        Assert.False(comparison.Passes);
        Assert.Contains(comparison.Failures, static failure => failure.StartsWith("ndcg@10 got worse", StringComparison.Ordinal));
        Assert.Contains(comparison.Failures, static failure => failure.StartsWith("answer_sentence_hit got worse", StringComparison.Ordinal));
    }

    [Fact]
    public async Task An_unmeasured_question_fails_the_gate()
    {
        AnswerAllRight();
        var baseline = await RunAsync();
        _script.Fail(7);
        var candidate = await RunAsync();

        Assert.False(RunComparer.Compare(baseline, candidate, BootstrapOptions.Default).Passes);
    }

    [Fact]
    public async Task A_saved_run_reads_back_as_it_was_and_names_no_machine()
    {
        AnswerAllRight();
        var run = await RunAsync();
        var path = Path.Combine(_folder.Path, "run.json");

        await RunJson.SaveAsync(run, path, CancellationToken.None);
        var again = await RunJson.LoadAsync(path, CancellationToken.None);

        Assert.Equal(
            System.Text.Json.JsonSerializer.Serialize(run, AssistantJson.Options),
            System.Text.Json.JsonSerializer.Serialize(again, AssistantJson.Options));
        Assert.DoesNotContain(_folder.Path, await File.ReadAllTextAsync(path), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_that_is_no_run_is_refused_with_its_line()
    {
        var path = _folder.Write("run.json", "{\n\"suite\": 3}");

        var exception = await Assert.ThrowsAsync<InvalidDataException>(() => RunJson.LoadAsync(path, CancellationToken.None));

        Assert.Contains("run.json:2:", exception.Message, StringComparison.Ordinal);
    }

    private void AnswerAllRight()
    {
        for (var i = 0; i < 60; i++) _script.Answer(i, i, (i + 1) % 60);
    }

    private async Task<RunResult> RunAsync(bool resume = false, CancellationToken cancellationToken = default)
    {
        await using var partial = await PartialRun.OpenAsync(PartialPath, _script.Header, resume, CancellationToken.None);
        return await new SuiteRunner(_script.Suite, _script.System, TimeProvider.System)
            .RunAsync(_script.Suite.Questions, _script.Header, partial, null, cancellationToken);
    }
}
