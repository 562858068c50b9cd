using Assistant.Core;

namespace Assistant.IntegrationTests.Lifecycle;

/// <summary>An index that the first released schema wrote, rebuilt with today's models.</summary>
public sealed class FirstSchemaTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("assistant-first").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task An_index_of_the_first_schema_answers_once_it_is_rebuilt()
    {
        var path = Path.Combine(_folder, "index.db");
        File.Copy(Path.Combine(AppContext.BaseDirectory, "Fixtures", "schema-1.db"), path);

        await Workspace.RebuildAsync(path, new AssistantOptions(), TimeProvider.System, progress: null, CancellationToken.None);

        await using var workspace = await Workspace.OpenAsync(path, new AssistantOptions(), TimeProvider.System, CancellationToken.None);
        var answer = await workspace.Answerer.AnswerAsync(
            new Question { Text = "When did the harbour of Lindvik open?" }, CancellationToken.None);
        Assert.Equal("2 May 2019", answer.ShortAnswer);
        var retired = await workspace.Index.GetArticleAsync("4amwu6r4nknbvhihjgaarp74tx", "847160e163c5a7225bcee3d2f6", CancellationToken.None);
        Assert.Contains("12 million crowns", retired!.Text, StringComparison.Ordinal);
    }
}
