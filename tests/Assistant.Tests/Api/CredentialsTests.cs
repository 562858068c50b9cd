using Assistant.Api;
using Assistant.Api.Security;
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
        Assert.False(Open(new ApiOptions { ReadKeys = ConfiguredKey }).AreNone);
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
        var credentials = Open(new ApiOptions { ReadKeys = $"{ConfiguredKey} other-configured-key-5678", WriteKeys = "write-configured-key-90" });

        Assert.Equal(KeyScope.Read, credentials.Find(ConfiguredKey)!.Scope);
        Assert.Equal(KeyScope.Read, credentials.Find("other-configured-key-5678")!.Scope);
        Assert.Equal(KeyScope.Write, credentials.Find("write-configured-key-90")!.Scope);
        Assert.Null(credentials.Find("something else"));
        Assert.Null(credentials.Find(string.Empty));
    }

    [Fact]
    public void Refuses_a_configured_key_that_is_short() =>
        Assert.Throws<ConfigurationException>(() => Open(new ApiOptions { WriteKeys = "secret" }));

    [Fact]
    public void Reads_the_assistants_options_from_a_command_line()
    {
        var values = CommandLineValues.Of(["--urls", "http://x", "--Api:QueuedQuestions=8", "--Api:ParallelQuestions", "1", "--Logging:LogLevel:Default=Warning", "loose"]);

        Assert.Equal(new Dictionary<string, string?> { ["Api:QueuedQuestions"] = "8", ["Api:ParallelQuestions"] = "1" }, values);
    }

    private Credentials Open(ApiOptions options) => new(new KeyStore(_folder, TimeProvider.System), options);
}
