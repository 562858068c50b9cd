using Assistant.Core;
using Assistant.Core.Ingestion;

namespace Assistant.IntegrationTests;

/// <summary>The five real, messy articles that lie beside the project.</summary>
public sealed class RealArticlesTests : IAsyncLifetime
{
    private readonly string _folder = Directory.CreateTempSubdirectory("assistant-real").FullName;
    private Workspace _workspace = null!;

    public async Task InitializeAsync() => _workspace = await Workspace.OpenAsync(
        Path.Combine(_folder, "index.db"), new AssistantOptions(), TimeProvider.System, CancellationToken.None);

    public async Task DisposeAsync()
    {
        await _workspace.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }

    [SharedFact]
    public async Task Answers_and_refuses_as_a_reader_of_them_would()
    {
        var articles = Path.Combine(SharedFolder.Path!, "articles");
        await _workspace.Ingestion.IngestAsync([articles], new IngestionOptions(), null, CancellationToken.None);

        await AnswersAsync("What did Putin offer on the Su-57?", "joint work on Su-35 fighter jets and cooperate on Su-57");
        await AnswersAsync("Who opened MAKS-2019 with Putin?", "Erdogan");
        await AnswersAsync("How many observation posts does Ankara have in Idlib?", "12 observation posts");
        await AnswersAsync("When was the S-400 contract signed?", "December 2017, Washington suspended Turkish participation in the F-35 program.");
        await AnswersAsync("What did Erdogan reply when asked about buying Su-35 or Su-57?", "Why not?");
        await RefusesAsync("What did Merkel offer on the Su-57?");
        await RefusesAsync("How many Su-57s did Turkey buy in 2021?");
        await RefusesAsync("What did Putin offer on the MiG-41?");
        await RefusesAsync("Who won the 2019 Nobel Prize in Chemistry?");
        await RefusesAsync("And the MiG-41?", "What did Putin offer on the Su-57?");
    }

    private async Task AnswersAsync(string question, string expected)
    {
        var answer = await AskAsync(question);
        Assert.Equal(AnswerStatus.Answered, answer.Status);
        Assert.Contains(answer.Citations, citation => citation.Quote.Contains(expected, StringComparison.Ordinal));
    }

    private async Task RefusesAsync(string question, params string[] before) =>
        Assert.Equal(AnswerStatus.NoEvidence, (await AskAsync(question, before)).Status);

    private Task<Answer> AskAsync(string question, params string[] before) => _workspace.Answerer.AnswerAsync(
        new Question { Text = question, History = [.. before.Select(static earlier => new Turn(TurnRole.User, earlier))] },
        CancellationToken.None);
}
