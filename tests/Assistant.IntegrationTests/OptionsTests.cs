using Assistant.Core;
using Assistant.Core.Answering;
using Assistant.Core.Retrieval;

namespace Assistant.IntegrationTests;

/// <summary>Each option changes an outcome.</summary>
public class OptionsTests(SampleArticles sample) : IClassFixture<SampleArticles>
{
    private const string Asked = "What did Putin offer on the Su-57?";

    [Fact]
    public async Task A_threshold_of_one_refuses_everything()
    {
        var answer = await AskAsync(static options => options.Answering.Threshold = 1);

        Assert.Equal(AnswerStatus.NoEvidence, answer.Status);
    }

    [Fact]
    public async Task One_citation_at_most_when_so_configured() =>
        Assert.Single((await AskAsync(static options => options.Answering.MaxCitations = 1)).Citations);

    [Fact]
    public async Task The_reader_reads_as_many_passages_as_configured() =>
        Assert.Equal(3, (await AskAsync(static options => options.Retrieval.ReaderCount = 3)).Retrieved.Count);

    [Fact]
    public async Task The_lists_are_as_long_as_configured()
    {
        var found = await SearchAsync(new RetrievalOptions { DenseCount = 2, LexicalCount = 3 });

        Assert.Equal(2, found.Passages.Count(static passage => passage.DenseRank is not null));
        Assert.Equal(3, found.Passages.Count(static passage => passage.LexicalRank is not null));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(0)]
    public async Task The_dense_weight_decides_which_list_leads(double weight)
    {
        var found = await SearchAsync(new RetrievalOptions { DenseWeight = weight });

        Assert.Equal(1, weight > 0 ? found.Passages[0].DenseRank : found.Passages[0].LexicalRank);
    }

    private Task<RetrievalResult> SearchAsync(RetrievalOptions options) =>
        new Retriever(sample.Workspace.Index, sample.Workspace.Embeddings.Queries, options)
            .RetrieveAsync(Asked, PassageFilter.None, CancellationToken.None);

    private Task<Answer> AskAsync(Action<AssistantOptions> configure)
    {
        var options = new AssistantOptions();
        configure(options);
        var workspace = sample.Workspace;
        var retriever = new Retriever(workspace.Index, workspace.Embeddings.Queries, options.Retrieval);
        return new QuestionAnswerer(workspace.Index, retriever, workspace.Reader, options, TimeProvider.System)
            .AnswerAsync(new Question { Text = Asked }, CancellationToken.None);
    }
}
