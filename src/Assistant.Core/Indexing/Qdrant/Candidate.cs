namespace Assistant.Core.Indexing.Qdrant;

/// <summary>A passage that one of the lists holds, with its words and scores.</summary>
internal sealed class Candidate(Guid id, PassagePayload payload)
{
    public Guid Id => id;

    public PassagePayload Payload => payload;

    /// <summary>The passage's terms, as often as they occur.</summary>
    public IReadOnlyList<string> Terms { get; } = PassagePoints.TermsOf(payload.Title, payload.Heading, payload.Text);

    /// <summary>Cosine; null until it is known.</summary>
    public float? Dense { get; set; }

    /// <summary>BM25.</summary>
    public double Lexical { get; set; }

    public RankedPassage ToPassage(int? denseRank, int? lexicalRank) => new()
    {
        PassageId = id,
        ArticleId = payload.ArticleId,
        Revision = payload.Revision,
        Title = payload.Title,
        Source = payload.Source,
        Url = payload.Url,
        Language = payload.Language,
        PublishedAt = StoredTime.ReadNullable(payload.PublishedAt),
        Start = payload.Start,
        End = payload.End,
        Text = payload.Text,
        Heading = payload.Heading,
        DenseScore = Math.Clamp(Dense ?? 0, -1f, 1f),
        DenseRank = denseRank,
        LexicalScore = Lexical,
        LexicalRank = lexicalRank,
    };
}
