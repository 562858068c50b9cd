using Assistant.Core.Configuration;
using Assistant.Core.Keys;

namespace Assistant.Tests.Configuration;

public sealed class AssistantConfigurationTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("assistant-config").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void Has_defaults_without_a_file()
    {
        var configuration = Load();

        Assert.Equal(50, configuration.Options.Retrieval.DenseCount);
        Assert.All(configuration.Values, static value => Assert.Equal("default", value.Origin));
    }

    [Fact]
    public void Prefers_an_option_to_the_file_and_says_where_each_value_came_from()
    {
        File.WriteAllText(Path.Combine(_folder, "assistant.json"), """{ "Retrieval": { "DenseCount": 20, "ReaderCount": 5 } }""");

        var configuration = Load(("Retrieval:DenseCount", "30"));

        Assert.Equal(30, configuration.Options.Retrieval.DenseCount);
        Assert.Equal(5, configuration.Options.Retrieval.ReaderCount);
        Assert.Equal("option", Origin(configuration, "Retrieval:DenseCount"));
        Assert.Equal("assistant.json", Origin(configuration, "Retrieval:ReaderCount"));
        Assert.Equal("default", Origin(configuration, "Retrieval:DenseWeight"));
    }

    [Fact]
    public void Refuses_an_unknown_key_and_names_the_nearest()
    {
        var error = Assert.Throws<ConfigurationException>(() => Load(("Retrieval:DensCount", "30")));

        Assert.Contains("'Retrieval:DenseCount'", error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Retrieval:DenseCount", "0")]
    [InlineData("Retrieval:DenseCount", "many")]
    [InlineData("Answering:Threshold", "1.5")]
    public void Refuses_a_value_that_is_no_good(string key, string value) =>
        Assert.Throws<ConfigurationException>(() => Load((key, value)));

    [Fact]
    public void Refuses_a_file_that_is_not_json()
    {
        File.WriteAllText(Path.Combine(_folder, "assistant.json"), "{ nonsense");

        Assert.Throws<ConfigurationException>(() => Load());
    }

    [Theory]
    [InlineData("Chat:ApiKey")]
    [InlineData("Embeddings:ApiKey")]
    public void Shows_that_a_secret_is_set_but_never_the_secret(string key)
    {
        var configuration = Load((key, "sk-very-secret"));

        Assert.Equal("(secret)", configuration.Values.Single(value => value.Key == key).Value);
        Assert.DoesNotContain(configuration.Values, static value => value.Value?.Contains("very", StringComparison.Ordinal) == true);
    }

    [Theory]
    [InlineData("Chat:Endpoint", "ftp://model:8080/v1")]
    [InlineData("Chat:Endpoint", "https://me:very-secret@model/v1")]
    [InlineData("Embeddings:Endpoint", "http://very-secret@model")]
    public void Takes_an_endpoint_by_http_without_a_password_which_would_be_shown(string key, string value)
    {
        var error = Assert.Throws<ConfigurationException>(() => Load((key, value)));

        Assert.Contains(key, error.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("very-secret", error.Message, StringComparison.Ordinal);
        Assert.Equal("http://model:8080/v1/users@home", Load((key, "http://model:8080/v1/users@home")).Values.Single(shown => shown.Key == key).Value);
    }

    [Fact]
    public void Reads_a_list_and_tells_each_of_its_values()
    {
        var hash = new string('a', 64);
        File.WriteAllText(
            Path.Combine(_folder, "assistant.json"), $$"""{ "Api": { "Keys": [{ "Hash": "{{hash}}", "Scope": "write" }] } }""");

        var configuration = Load(("Api:Keys:1:Hash", hash));

        Assert.Equal([KeyScope.Write, KeyScope.Read], configuration.Options.Api.Keys.Select(static key => key.Scope));
        Assert.Equal("assistant.json", Origin(configuration, "Api:Keys:0:Scope"));
        Assert.Equal("option", Origin(configuration, "Api:Keys:1:Hash"));
    }

    [Theory]
    [InlineData("Api:Keys:0:Hash", "not-a-hash", "SHA-256")]
    [InlineData("Api:Keys:0:Scope", "write", "without a Hash")]
    [InlineData("Api:Keys:0:Scope", "admin", "Scope")]
    [InlineData("Api:Keys:0:Secret", "x", "'Api:Keys:0:Scope'")]
    public void Refuses_an_entry_of_a_list_that_is_no_good(string key, string value, string reason)
    {
        var error = Assert.Throws<ConfigurationException>(() => Load((key, value)));

        Assert.Contains(reason, error.Message, StringComparison.Ordinal);
    }

    private static string Origin(AssistantConfiguration configuration, string key) =>
        configuration.Values.Single(value => value.Key == key).Origin;

    private AssistantConfiguration Load(params (string Key, string Value)[] values) =>
        AssistantConfiguration.Load(_folder, values.ToDictionary(static pair => pair.Key, static pair => (string?)pair.Value));
}
