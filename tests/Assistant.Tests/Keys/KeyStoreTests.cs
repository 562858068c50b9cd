using System.Runtime.Versioning;
using Assistant.Core.Keys;

namespace Assistant.Tests.Keys;

public sealed class KeyStoreTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("assistant-keys").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void Is_empty_without_a_file()
    {
        Assert.Empty(Open().List());
        Assert.Null(Open().Verify("asst_1_2"));
        Assert.False(Open().Revoke("nothing"));
    }

    [Fact]
    public void Verifies_what_it_made_and_nothing_else()
    {
        var created = Open().Create("web page", KeyScope.Read);

        var found = Open().Verify(created.Secret);

        Assert.Equal(created.Key, found);
        Assert.Equal(KeyScope.Read, found!.Scope);
        Assert.Null(Open().Verify(created.Secret + "x"));
        Assert.Null(Open().Verify(created.Secret[..^1]));
        Assert.Null(Open().Verify(string.Empty));
        Assert.Null(Open().Verify(created.Key.Hash));
    }

    [Fact]
    public void Keeps_no_secret()
    {
        var created = Open().Create("desk", KeyScope.Write);

        var kept = File.ReadAllText(Path.Combine(_folder, "keys.json"));

        Assert.DoesNotContain(created.Secret, kept, StringComparison.Ordinal);
        Assert.DoesNotContain(created.Secret.Split('_', 3)[2], kept, StringComparison.Ordinal);
        Assert.Contains(created.Key.Hash, kept, StringComparison.Ordinal);
    }

    [Fact]
    public void Makes_a_secret_of_256_bits_that_differs_each_time()
    {
        var store = Open();
        var secrets = Enumerable.Range(0, 20).Select(i => store.Create($"key {i}", KeyScope.Read).Secret).ToList();

        Assert.Equal(20, secrets.Distinct().Count());
        Assert.All(secrets, static secret => Assert.Equal(43, secret.Split('_', 3)[2].Length));
        Assert.Equal(20, store.List().Count);
    }

    [Fact]
    public void A_revoked_key_stays_listed_but_does_not_hold()
    {
        var store = Open();
        var other = Open();
        var created = store.Create("old", KeyScope.Read);
        Assert.NotNull(other.Verify(created.Secret));

        Assert.True(store.Revoke(created.Key.Id));

        Assert.Null(other.Verify(created.Secret));
        Assert.NotNull(Assert.Single(other.List()).RevokedAt);
        Assert.False(store.Revoke(created.Key.Id));
    }

    [Fact]
    public async Task Loses_no_key_when_many_are_made_at_once()
    {
        await Task.WhenAll(Enumerable.Range(0, 8).Select(i => Task.Run(() => Open().Create($"key {i}", KeyScope.Read))));

        Assert.Equal(8, Open().List().Count);
    }

    [Fact]
    public void Refuses_a_file_that_is_no_list_of_keys()
    {
        File.WriteAllText(Path.Combine(_folder, "keys.json"), "{");

        Assert.Throws<InvalidDataException>(() => Open().List());
        Assert.Throws<InvalidDataException>(() => Open().Verify("anything"));
    }

    [Theory]
    [InlineData("")]
    [InlineData("  ")]
    public void Refuses_a_blank_name(string name) => Assert.Throws<ArgumentException>(() => Open().Create(name, KeyScope.Read));

    [UnixFact]
    [UnsupportedOSPlatform("windows")]
    public void Is_readable_by_its_owner_alone()
    {
        Open().Create("key", KeyScope.Read);

        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(Path.Combine(_folder, "keys.json")));
    }

    private KeyStore Open() => new(_folder, TimeProvider.System);
}
