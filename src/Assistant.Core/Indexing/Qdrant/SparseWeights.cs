using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace Assistant.Core.Indexing.Qdrant;

/// <summary>Terms as sparse vectors: the document side of <see cref="Bm25"/>; the server multiplies by the idf.</summary>
/// <remarks>
/// A term's id is the beginning of its hash, so it is the same on every machine. Two terms that share an id, of which there
/// are about 100 pairs among a million terms, count as one in the server's lists; the final scores are made from the words.
/// </remarks>
internal static class SparseWeights
{
    /// <summary>The average length that weights are made with as long as a collection's own is not known.</summary>
    public const double UsualLength = 100;

    public static uint TermId(string term) =>
        BinaryPrimitives.ReadUInt32BigEndian(SHA256.HashData(Encoding.UTF8.GetBytes(term)));

    /// <summary>The passage's vector; null without terms.</summary>
    /// <param name="terms">The passage's terms, as often as they occur.</param>
    /// <param name="averageLength">What the collection takes for the average length.</param>
    public static SparseVector? OfPassage(IReadOnlyList<string> terms, double averageLength)
    {
        if (terms.Count == 0) return null;
        var weights = new SortedDictionary<uint, double>();
        foreach (var (term, count) in terms.CountBy(static term => term))
        {
            var id = TermId(term);
            weights[id] = weights.GetValueOrDefault(id) + Bm25.Saturate(count, terms.Count, averageLength);
        }

        return new SparseVector([.. weights.Keys], [.. weights.Values.Select(static weight => (float)weight)]);
    }

    /// <summary>The weight that the term's id has in the vector of a passage of these terms.</summary>
    public static float Of(string term, IReadOnlyList<string> terms, double averageLength)
    {
        var id = TermId(term);
        var weight = 0.0;
        foreach (var (other, count) in terms.CountBy(static term => term))
        {
            if (TermId(other) == id) weight += Bm25.Saturate(count, terms.Count, averageLength);
        }

        return (float)weight;
    }

    /// <summary>The query's vector: a term that is named twice counts twice. Null without terms.</summary>
    public static SparseVector? OfQuery(IReadOnlyList<string> terms)
    {
        if (terms.Count == 0) return null;
        var counts = new SortedDictionary<uint, float>();
        foreach (var term in terms) counts[TermId(term)] = counts.GetValueOrDefault(TermId(term)) + 1;
        return new SparseVector([.. counts.Keys], [.. counts.Values]);
    }
}
