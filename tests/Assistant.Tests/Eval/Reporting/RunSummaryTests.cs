using Assistant.Eval.Reporting;
using Assistant.Eval.Running;
using Assistant.Eval.Statistics;
using Assistant.Tests.Eval.Running;

namespace Assistant.Tests.Eval.Reporting;

public sealed class RunSummaryTests
{
    [Fact]
    public async Task Prints_totals_causes_and_what_could_not_be_measured()
    {
        var script = new ScriptedSuite(3);
        script.Answer(0, 0);
        script.Refuse(1, 1);
        var run = new RunResult
        {
            Suite = "scripted",
            SuiteHash = "h",
            IndexFingerprint = "f",
            Rows = [await script.RunAsync(0), await script.RunAsync(1), await script.RunAsync(2)],
        };

        var lines = RunSummary.Render(run, BootstrapOptions.Default with { Resamples = 200 }).Split('\n');

        Assert.Equal("scripted: 3 questions on 0 documents in 0 passages", lines[0]);
        Assert.Contains(lines, static line => line.StartsWith("* answer_sentence_hit", StringComparison.Ordinal) && line.Contains("0.500", StringComparison.Ordinal));
        Assert.Contains("miss: wrongly refused        1", lines);
        Assert.Contains(lines, static line => line.StartsWith("not measured: 1, first q2: KeyNotFound", StringComparison.Ordinal));
    }
}
