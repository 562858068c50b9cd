namespace Assistant.Core.Ingestion;

/// <summary>The bytes of an article, before its format's reader sees them.</summary>
/// <param name="Bytes">All of them.</param>
/// <param name="Charset">The encoding that its server stated; null when none did.</param>
/// <param name="IsRaw">Nothing is to be dropped and no lines joined.</param>
internal sealed record RawArticle(byte[] Bytes, string? Charset, bool IsRaw)
{
    /// <summary>Decoded and normalised.</summary>
    /// <exception cref="ArticleRefusedException">The bytes are no text.</exception>
    public string ToText() => CanonicalText.Normalize(TextDecoder.Decode(Bytes, Charset));
}
