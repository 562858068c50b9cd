using Assistant.Core.Answering;
using Assistant.Core.Chat;
using Assistant.Core.Configuration;
using Assistant.Core.Embeddings;
using Assistant.Core.Indexing;
using Assistant.Core.Indexing.Qdrant;
using Assistant.Core.Retrieval;

namespace Assistant.Core;

/// <summary>What can be configured.</summary>
public sealed class AssistantOptions
{
    /// <summary>Which index.</summary>
    public IndexOptions Index { get; set; } = new();

    /// <summary>The Qdrant server, when it keeps the index.</summary>
    public QdrantOptions Qdrant { get; set; } = new();

    /// <summary>Retrieval.</summary>
    public RetrievalOptions Retrieval { get; set; } = new();

    /// <summary>Answering.</summary>
    public AnsweringOptions Answering { get; set; } = new();

    /// <summary>The model that embeds.</summary>
    public EmbeddingOptions Embeddings { get; set; } = new();

    /// <summary>The chat model.</summary>
    public ChatModelOptions Chat { get; set; } = new();

    /// <summary>What is fetched from the web.</summary>
    public WebOptions Web { get; set; } = new();

    /// <summary>Answers given by the API.</summary>
    public AnswersOptions Answers { get; set; } = new();

    /// <summary>The API.</summary>
    public ApiOptions Api { get; set; } = new();
}
