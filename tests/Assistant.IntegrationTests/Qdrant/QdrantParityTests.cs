using Assistant.Core;
using Assistant.Core.Indexing;
using Assistant.Core.Indexing.Qdrant;
using Assistant.Core.Retrieval;
using Assistant.Tests.Indexing.Qdrant.Server;

namespace Assistant.IntegrationTests.Qdrant;

/// <summary>With exact search and one shard the answers are those of the embedded index. The server is the contract server.</summary>
public sealed class QdrantParityTests(SampleArticles sample) : IClassFixture<SampleArticles>, IAsyncLifetime
{
    private const int ReaderCount = 12;

    private static readonly string[] Questions =
    [
        "What did Putin offer on the Su-57?", "Who opened MAKS-2019 with Putin?", "When did the first S-400 parts arrive in Turkey?",
        "How many observation posts does Turkey have in Idlib?", "What blocked the Suez canal?", "Who won the 2018 World Cup final?",
        "When was the kilogram redefined?", "What did the DART mission change?", "Which power station closed last in the UK?",
        "What is the capital of Norway?", "Why did Turkey leave the F-35 programme?", "What does the Prespa agreement rename?",
    ];

    private ContractServer _server = null!;
    private QdrantPassageIndex _index = null!;

    public async Task InitializeAsync()
    {
        _server = await ContractServer.StartAsync();
        var options = new QdrantOptions { Url = _server.Address.ToString(), Exact = true };
        _index = await QdrantPassageIndex.OpenAsync(options, sample.Workspace.Embeddings.Fingerprint, TimeProvider.System, CancellationToken.None);
        var copied = await new IndexTransfer((ICopyableIndex)sample.Workspace.Index, _index).RunAsync(null, CancellationToken.None);
        Assert.True(copied.IsVerified);
    }

    public async Task DisposeAsync()
    {
        await _index.DisposeAsync();
        await _server.DisposeAsync();
    }

    [Fact]
    public async Task The_reader_gets_the_same_twelve_passages()
    {
        var embedded = sample.Workspace.Retriever;
        var qdrant = new Retriever(_index, sample.Workspace.Embeddings.Queries, new RetrievalOptions());
        foreach (var question in Questions)
        {
            var expected = (await embedded.RetrieveAsync(question, PassageFilter.None, CancellationToken.None)).Passages;
            var found = (await qdrant.RetrieveAsync(question, PassageFilter.None, CancellationToken.None)).Passages;

            foreach (var (one, other) in expected.Take(ReaderCount).Zip(found.Take(ReaderCount)))
            {
                Assert.Equal(one.LexicalScore, other.LexicalScore, 1e-9);
                Assert.Equal(one.FusedScore, other.FusedScore, 1e-5);
                if (one.PassageId == other.PassageId) continue;
                // A tie: the same passage has the same score a place further on.
                Assert.Equal(one.FusedScore, found.Single(passage => passage.PassageId == one.PassageId).FusedScore, 1e-5);
            }
        }
    }

    [Fact]
    public async Task The_answer_is_the_same()
    {
        var retriever = new Retriever(_index, sample.Workspace.Embeddings.Queries, new RetrievalOptions());
        var answerer = new Core.Answering.QuestionAnswerer(
            _index, retriever, sample.Workspace.Reader, new AssistantOptions(), TimeProvider.System);
        foreach (var text in Questions.Take(3))
        {
            var expected = await sample.AskAsync(text);
            var answer = await answerer.AnswerAsync(new Question { Text = text }, CancellationToken.None);

            Assert.Equal((expected.Status, expected.Text, expected.ShortAnswer), (answer.Status, answer.Text, answer.ShortAnswer));
            Assert.Equal(expected.Citations, answer.Citations);
            Assert.Equal(expected.Confidence, answer.Confidence, 1e-4);
        }
    }
}
