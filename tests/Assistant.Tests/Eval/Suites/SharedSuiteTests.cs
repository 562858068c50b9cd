using Assistant.Eval.Suites;

namespace Assistant.Tests.Eval.Suites;

public sealed class SharedSuiteTests
{
    [SharedFact]
    public async Task Loads_the_development_sets_unchanged()
    {
        var counts = new List<(string Name, int Documents, int Questions, int Refused)>();
        foreach (var name in new[] { "clapnq", "mtragun", "qed", "squad2" })
        {
            var suite = await SuiteLoader.LoadAsync(SharedFolder.File("eval", name), CancellationToken.None);
            counts.Add((
                suite.Name,
                suite.Documents.Count,
                suite.Questions.Count,
                suite.Questions.Count(static question => !question.Answerable)));
        }

        Assert.Equal(
            [("clapnq", 597, 91, 47), ("mtragun", 1152, 252, 88), ("qed", 1343, 201, 0), ("squad2", 1216, 1386, 758)],
            counts);
    }
}
