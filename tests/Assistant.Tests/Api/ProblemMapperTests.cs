using System.Text.Json;
using Assistant.Api;
using Assistant.Api.Answers;
using Assistant.Api.Problems;
using Assistant.Core.Embeddings;
using Assistant.Core.Indexing;

namespace Assistant.Tests.Api;

public sealed class ProblemMapperTests
{
    [Theory]
    [InlineData("""{"question":"Q","colour":"red"}""", "unknown-field")]
    [InlineData("""{"question":"Q","filters":{"source":"X"}}""", "unknown-field")]
    [InlineData("""{}""", "invalid-value")]
    [InlineData("""{"question":null}""", "invalid-value")]
    [InlineData("""{"question":17}""", "invalid-value")]
    [InlineData("""{"question":"Q","maxCitations":"3"}""", "invalid-value")]
    [InlineData("""{"question":"Q","mode":"psychic"}""", "invalid-value")]
    [InlineData("""{"question":"Q","history":[{"role":"robot","content":"x"}]}""", "invalid-value")]
    [InlineData("""{"question":"Q","filters":{"publishedAfter":"yesterday"}}""", "invalid-value")]
    [InlineData("""{"question":"Q" """, "malformed-json")]
    [InlineData("""{"question":"Q"}}""", "malformed-json")]
    [InlineData("""question""", "malformed-json")]
    [InlineData("", "malformed-json")]
    public void Tells_malformed_json_unknown_fields_and_wrong_values_apart(string json, string slug)
    {
        var options = new JsonSerializerOptions(JsonSerializerDefaults.Web);
        RequestJson.Configure(options);

        var error = Assert.Throws<JsonException>(() => JsonSerializer.Deserialize<AnswerRequest>(json, options));

        Assert.Equal(slug, ProblemMapper.ToProblem(error, isAborted: false).Slug);
    }

    [Fact]
    public void Tells_nothing_of_an_unexpected_failure_and_does_not_blame_the_request()
    {
        foreach (var failure in new Exception[] { new InvalidOperationException("/home/secret"), new InvalidDataException("/home/secret/model") })
        {
            var problem = ProblemMapper.ToProblem(failure, isAborted: false);
            Assert.Equal(500, problem.Status);
            Assert.DoesNotContain("secret", problem.Detail, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void Tells_no_path_of_an_index_that_cannot_be_used()
    {
        foreach (var failure in Enum.GetValues<IndexFailure>())
        {
            var problem = ProblemMapper.ToProblem(new IndexException(failure, "/home/secret/index.db"), isAborted: false);
            Assert.Equal(503, problem.Status);
            Assert.DoesNotContain("secret", problem.Detail, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void A_failing_embedding_endpoint_is_not_the_clients_fault_and_is_not_named()
    {
        var problem = ProblemMapper.ToProblem(new EmbeddingException("http://secret.example/v1 answers with status 401."), isAborted: false);
        Assert.Equal((503, "embeddings-unavailable"), (problem.Status, problem.Slug));
        Assert.DoesNotContain("secret", problem.Detail, StringComparison.Ordinal);
    }

    [Fact]
    public void A_client_that_went_away_is_no_failure() =>
        Assert.Equal(499, ProblemMapper.ToProblem(new OperationCanceledException(), isAborted: true).Status);
}
