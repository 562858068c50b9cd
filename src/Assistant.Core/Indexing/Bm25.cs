namespace Assistant.Core.Indexing;

/// <summary>The BM25 formula: how much a term that a passage holds adds to the passage's score.</summary>
/// <remarks>
/// Source: Robertson and Zaragoza, "The Probabilistic Relevance Framework: BM25 and Beyond", 2009; the idf with 1 added,
/// which is never negative, as in Lucene. One definition for every index.
/// </remarks>
public static class Bm25
{
    /// <summary>How soon more occurrences of a term stop counting.</summary>
    public const double K1 = 1.2;

    /// <summary>How much a passage's length counts, from 0 (not at all) to 1.</summary>
    public const double B = 0.75;

    /// <summary>Weight of a term that <paramref name="containing"/> of all <paramref name="passages"/> hold; above 0.</summary>
    public static double Idf(int passages, int containing) =>
        Math.Log(1 + ((passages - containing + 0.5) / (containing + 0.5)));

    /// <summary>What <paramref name="count"/> occurrences count for, in [0, <see cref="K1"/> + 1).</summary>
    /// <param name="count">Occurrences of the term in the passage.</param>
    /// <param name="length">The passage's length in terms.</param>
    /// <param name="averageLength">Average length over all passages that can be searched, above 0.</param>
    public static double Saturate(int count, int length, double averageLength) =>
        count * (K1 + 1) / (count + (K1 * (1 - B + (B * length / averageLength))));
}
