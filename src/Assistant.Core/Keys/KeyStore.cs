using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;

namespace Assistant.Core.Keys;

/// <summary>The keys to the API, in <c>&lt;data&gt;/keys.json</c>: made, listed, revoked, checked.</summary>
/// <remarks>
/// Thread-safe; several processes may use the same file, and each sees the others' changes at its next call. A revoked key
/// stays listed, so that revoking the last one does not open the API to everybody.
/// </remarks>
public sealed class KeyStore
{
    private const string Prefix = "asst";
    private const int IdBytes = 6;
    private const int SecretBytes = 32;
    private const int MaximumNameLength = 100;

    private readonly KeyFile _file;
    private readonly TimeProvider _clock;

    /// <summary>Uses the keys of a data folder; a missing file means that there are none.</summary>
    /// <param name="dataFolder">The data folder.</param>
    /// <param name="clock">Tells when a key was made or revoked.</param>
    public KeyStore(string dataFolder, TimeProvider clock)
    {
        _file = new KeyFile(Path.Combine(dataFolder, "keys.json"));
        _clock = clock;
    }

    /// <summary>Every key ever made, oldest first, revoked ones too.</summary>
    /// <exception cref="InvalidDataException">The file is not a list of keys.</exception>
    public IReadOnlyList<ApiKey> List() => _file.Read();

    /// <summary>Makes a key of 256 random bits.</summary>
    /// <param name="name">For people; 1 to 100 characters.</param>
    /// <param name="scope">What it allows.</param>
    /// <exception cref="ArgumentException">The name is blank or too long.</exception>
    public CreatedKey Create(string name, KeyScope scope)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(name);
        if (name.Length > MaximumNameLength)
            throw new ArgumentException($"The name is longer than {MaximumNameLength} characters.", nameof(name));

        var id = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(IdBytes));
        var secret = $"{Prefix}_{id}_{Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(SecretBytes))}";
        var key = new ApiKey { Id = id, Name = name, Scope = scope, Hash = ArticleKey.Hash(secret), CreatedAt = _clock.GetUtcNow() };
        _file.Change(keys => [.. keys, key]);
        return new CreatedKey(key, secret);
    }

    /// <summary>Revokes a key at once and for good. False when no key that holds has this id.</summary>
    public bool Revoke(string id)
    {
        var revoked = false;
        _file.Change(keys => [.. keys.Select(key =>
        {
            if (key.Id != id || key.RevokedAt is not null) return key;
            revoked = true;
            return key with { RevokedAt = _clock.GetUtcNow() };
        })]);
        return revoked;
    }

    /// <summary>The key that was presented, or null when it is unknown or revoked. Hashes are compared in constant time.</summary>
    public ApiKey? Verify(string presented)
    {
        var hash = Encoding.ASCII.GetBytes(ArticleKey.Hash(presented));
        return _file.Read()
            .LastOrDefault(key => CryptographicOperations.FixedTimeEquals(hash, Encoding.ASCII.GetBytes(key.Hash)) && key.RevokedAt is null);
    }
}
