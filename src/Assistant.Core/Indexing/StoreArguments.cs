namespace Assistant.Core.Indexing;

/// <summary>Checks what is about to be stored: a wrong passage would become a wrong citation.</summary>
internal static class StoreArguments
{
    private const double UnitLengthTolerance = 1e-3;

    /// <exception cref="ArgumentException">A passage is not of this article and revision's text, or its embedding is malformed.</exception>
    public static void Check(Article article, IReadOnlyList<EmbeddedPassage> passages, int dimension)
    {
        for (var i = 0; i < passages.Count; i++)
        {
            CheckPassage(article, passages[i].Passage, i);
            CheckEmbedding(passages[i].Embedding.Span, dimension);
        }
    }

    /// <summary>False also for what is not a number.</summary>
    public static bool IsUnit(ReadOnlySpan<float> embedding) =>
        Math.Abs(VectorBlock.Dot(embedding, embedding) - 1) < UnitLengthTolerance;

    private static void CheckPassage(Article article, Passage passage, int ordinal)
    {
        if (passage.ArticleId != article.Id || passage.Ordinal != ordinal)
            throw new ArgumentException("A passage is of another article or out of order.", nameof(passage));
        if (passage.Start < 0 || passage.Start > passage.End || passage.End > article.Text.Length
            || !article.Text.AsSpan(passage.Start..passage.End).SequenceEqual(passage.Text))
        {
            throw new ArgumentException("A passage is not the span of the article that its offsets name.", nameof(passage));
        }
    }

    private static void CheckEmbedding(ReadOnlySpan<float> embedding, int dimension)
    {
        if (embedding.Length != dimension)
            throw new ArgumentException($"An embedding has {embedding.Length} values, not {dimension}.", nameof(embedding));
        if (!IsUnit(embedding))
            throw new ArgumentException("An embedding is not of unit length.", nameof(embedding));
    }
}
