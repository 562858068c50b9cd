using Assistant.Api;
using Assistant.Api.Security;
using Assistant.Core;
using Assistant.Core.Configuration;
using Assistant.Core.Keys;

namespace Assistant.Tests.Api;

public sealed class CredentialsTests : IDisposable
{
    private const string ConfiguredKey = "a-long-configured-key-1234";
    private readonly string _folder = Directory.CreateTempSubdirectory("assistant-credentials").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void There_are_none_until_a_key_was_made_or_configured()
    {
        Assert.True(Open(new ApiOptions()).AreNone);
        Assert.False(Open(Configured(KeyScope.Read)).AreNone);
    }

    [Fact]
    public void Revoking_the_last_key_does_not_open_the_server()
    {
        var store = new KeyStore(_folder, TimeProvider.System);
        store.Revoke(store.Create("only", KeyScope.Write).Key.Id);

        Assert.False(Open(new ApiOptions()).AreNone);
    }

    [Fact]
    public void Knows_configured_keys_by_their_scope()
    {
        Assert.Equal(KeyScope.Read, Open(Configured(KeyScope.Read)).Find(ConfiguredKey)!.Scope);
        Assert.Equal(KeyScope.Write, Open(Configured(KeyScope.Write)).Find(ConfiguredKey)!.Scope);
    }

    [Theory]
    [InlineData("something else")]
    [InlineData("")]
    [InlineData("a-long-configured-key-123")]
    public void Does_not_know_other_keys(string presented) => Assert.Null(Open(Configured(KeyScope.Write)).Find(presented));

    [Fact]
    public void A_hash_is_not_a_key() => Assert.Null(Open(Configured(KeyScope.Write)).Find(ArticleKey.Hash(ConfiguredKey)));

    [Fact]
    public void Reads_the_assistants_options_from_a_command_line()
    {
        var values = CommandLineValues.Of(["--urls", "http://x", "--Api:QueuedQuestions=8", "--Api:ParallelQuestions", "1", "--Logging:LogLevel:Default=Warning", "loose"]);

        Assert.Equal(new Dictionary<string, string?> { ["Api:QueuedQuestions"] = "8", ["Api:ParallelQuestions"] = "1" }, values);
    }

    private static ApiOptions Configured(KeyScope scope) =>
        new() { Keys = [new ApiKeyOptions { Hash = ArticleKey.Hash(ConfiguredKey).ToUpperInvariant(), Scope = scope }] };

    private Credentials Open(ApiOptions options) => new(new KeyStore(_folder, TimeProvider.System), options);
}
