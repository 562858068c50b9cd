using System.Security.Cryptography;
using System.Text;
using Assistant.Core.Configuration;
using Assistant.Core.Keys;

namespace Assistant.Api.Security;

/// <summary>All keys there are: those of the key store and those of the configuration.</summary>
/// <remarks>Thread-safe. A key made or revoked by the console counts from the next request on.</remarks>
internal sealed class Credentials(KeyStore store, ApiOptions options)
{
    private readonly IReadOnlyList<(byte[] Hash, Caller Caller)> _configured =
        [.. options.Keys.Select(static key => (Convert.FromHexString(key.Hash!), new Caller($"configured-{key.Hash![..8]}", key.Scope)))];

    /// <summary>True when no key was ever made or configured: then this machine alone is served.</summary>
    public bool AreNone => _configured.Count == 0 && store.List().Count == 0;

    /// <summary>The caller that presents a key, or null when the key does not hold. Compares in constant time.</summary>
    public Caller? Find(string presented)
    {
        var hash = SHA256.HashData(Encoding.UTF8.GetBytes(presented));
        Caller? found = null;
        foreach (var (expected, caller) in _configured)
            if (CryptographicOperations.FixedTimeEquals(hash, expected)) found ??= caller;
        return store.Verify(presented) is { } key ? new Caller(key.Id, key.Scope) : found;
    }
}
