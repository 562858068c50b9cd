using Assistant.Core.Configuration;
using Assistant.Core.Indexing.Qdrant;

namespace Assistant.Tests.Indexing.Qdrant;

/// <summary>Each option changes what is sent, and what is no good is refused before anything is.</summary>
public sealed class QdrantOptionsTests : QdrantServerTest
{
    [Theory]
    [InlineData("")]
    [InlineData("  ")]
    [InlineData("127.0.0.1:6333")]
    [InlineData("http://")]
    [InlineData("http://:6333")]
    [InlineData("http://host:99999")]
    [InlineData("https://[::1")]
    [InlineData("ftp://host")]
    [InlineData("https://host/path")]
    [InlineData("https://user:secret@host")]
    [InlineData("https://host https://")]
    public void Refuses_what_is_no_address_of_a_node(string url)
    {
        var error = Refuse("Qdrant:Url", url);

        Assert.Contains("Qdrant:Url is", error.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("secret", error.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("https://host")]
    [InlineData(" http://a:6333  https://b/ ")]
    [InlineData("http://[::1]:6333")]
    public void Takes_addresses_of_nodes(string url) => Assert.NotEmpty(Load("Qdrant:Url", url).Nodes());

    // A line break in a header would be the beginning of another one.
    [Theory]
    [InlineData("s3cret\n")]
    [InlineData("s3cret\r\nx-other: 1")]
    [InlineData("s3cret ключ")]
    public void Refuses_a_key_that_is_no_header_without_naming_it(string key) =>
        Assert.DoesNotContain("s3cret", Refuse("Qdrant:ApiKey", key).ToString(), StringComparison.Ordinal);

    [Fact]
    public async Task A_collection_is_made_as_configured()
    {
        Options.Collection.Shards = 3;
        Options.Collection.Replicas = 2;
        Options.Collection.WriteConsistency = 2;
        Options.Collection.Quantize = false;
        Options.Collection.VectorsOnDisk = true;

        await OpenAsync();

        var config = Server.State.Find("test-passages")!.Config;
        Assert.Equal(3, config.GetProperty("shard_number").GetInt32());
        Assert.Equal(2, config.GetProperty("replication_factor").GetInt32());
        Assert.Equal(2, config.GetProperty("write_consistency_factor").GetInt32());
        var dense = config.GetProperty("vectors").GetProperty("dense");
        Assert.Equal("cold", dense.GetProperty("memory").GetString());
        Assert.False(dense.TryGetProperty("quantization_config", out _));
    }

    [Fact]
    public void A_search_is_made_as_configured()
    {
        var approximate = CandidateLists.ParamsOf(
            new QdrantOptions { Collection = new QdrantCollectionOptions { SearchBreadth = 77 } });
        var plain = CandidateLists.ParamsOf(
            new QdrantOptions { Collection = new QdrantCollectionOptions { Quantize = false } });
        var exact = CandidateLists.ParamsOf(new QdrantOptions { Exact = true });

        Assert.Equal((77, true), (approximate.HnswEf, approximate.Quantization?.Rescore));
        Assert.Null(plain.Quantization);
        Assert.Equal((true, null), (exact.Exact, exact.HnswEf));
    }

    private static ConfigurationException Refuse(string key, string value) =>
        Assert.Throws<ConfigurationException>(() => Load(key, value));

    private static QdrantOptions Load(string key, string value) => AssistantConfiguration.Load(
        Path.GetTempPath(), new Dictionary<string, string?> { [key] = value }).Options.Qdrant;
}
