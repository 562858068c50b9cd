using System.Security.Cryptography;
using System.Text;

namespace Assistant.Core.Indexing;

/// <summary>SHA-256 over sorted (article id, revision, state, passage id, text, stored vector): the same for every kind of index.</summary>
/// <remarks>Every text is preceded by its length in bytes, so that no two contents can give the same bytes.</remarks>
internal sealed class IndexDigest : IDisposable
{
    private readonly IncrementalHash _hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);

    /// <summary>Revisions come ordered by article id, then revision.</summary>
    public void AppendRevision(string articleId, string revision, bool isActive)
    {
        Append(articleId);
        Append(revision);
        Append(isActive ? "active" : "retired");
    }

    /// <summary>A passage of the revision appended last; they come ordered by id.</summary>
    /// <param name="id">16 bytes, in the order of the id's text.</param>
    /// <param name="text">The passage's text.</param>
    /// <param name="vector">See <see cref="StoredVector"/>.</param>
    public void AppendPassage(byte[] id, string text, byte[] vector)
    {
        _hash.AppendData(id);
        Append(text);
        _hash.AppendData(vector);
    }

    /// <summary>The digest, in lower-case hexadecimal.</summary>
    public string Finish() => Convert.ToHexStringLower(_hash.GetHashAndReset());

    public void Dispose() => _hash.Dispose();

    private void Append(string text)
    {
        var bytes = Encoding.UTF8.GetBytes(text);
        _hash.AppendData(BitConverter.GetBytes(bytes.Length));
        _hash.AppendData(bytes);
    }
}
