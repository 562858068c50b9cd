using Assistant.Core.Configuration;
using Assistant.Core.Indexing;
using Assistant.Core.Ingestion;
using Assistant.Inference;
using Microsoft.Extensions.AI;

namespace Assistant.Core.Embeddings;

/// <summary>Embeds queries and passages by the model that the options choose: the program's own, or an endpoint's.</summary>
/// <remarks>Thread-safe. Nothing here must be released: the generators own no handle.</remarks>
public sealed class EmbeddingProvider
{
    private const string OwnProvider = "in-process";
    private const string OwnModel = "bge-small-en-v1.5";
    private const string CleanerVersion = "1";
    private const string UnknownWeights = "unknown";

    private EmbeddingProvider(EmbeddingModel own)
    {
        Tokenizer = own.Tokenizer;
        Queries = own.Queries;
        Passages = own.Passages;
        Fingerprint = new IndexFingerprint
        {
            Provider = OwnProvider,
            Model = OwnModel,
            Dimension = own.Dimension,
            WeightsHash = own.WeightsHash,
            QueryPrefix = own.QueryPrefix,
            Cleaner = CleanerVersion,
            Chunker = Chunker.Version,
        };
    }

    private EmbeddingProvider(WordPieceTokenizer tokenizer, EmbeddingOptions options)
    {
        Tokenizer = tokenizer;
        Queries = new OpenAIEmbeddingGenerator(options, options.QueryPrefix);
        Passages = new OpenAIEmbeddingGenerator(options, options.PassagePrefix);
        Fingerprint = new IndexFingerprint
        {
            Provider = options.Provider,
            Model = options.Model,
            Dimension = options.Dimension,
            WeightsHash = UnknownWeights,
            QueryPrefix = options.QueryPrefix,
            PassagePrefix = options.PassagePrefix,
            Cleaner = CleanerVersion,
            Chunker = Chunker.Version,
        };
    }

    /// <summary>Counts tokens; passages are cut by it whichever model embeds them.</summary>
    public WordPieceTokenizer Tokenizer { get; }

    /// <summary>Embeds questions.</summary>
    public IEmbeddingGenerator<string, Embedding<float>> Queries { get; }

    /// <summary>Embeds passages.</summary>
    public IEmbeddingGenerator<string, Embedding<float>> Passages { get; }

    /// <summary>What an index that is made with it is made with.</summary>
    public IndexFingerprint Fingerprint { get; }

    /// <summary>Loads the program's own model, or only its tokenizer when an endpoint embeds.</summary>
    /// <param name="options">The options, valid.</param>
    /// <exception cref="FileNotFoundException">A model's files are missing.</exception>
    /// <exception cref="InvalidDataException">A model's files are damaged.</exception>
    /// <exception cref="ArgumentException">An endpoint is wanted, but none is configured.</exception>
    /// <exception cref="ConfigurationException">Text cannot be normalised here.</exception>
    public static EmbeddingProvider Load(EmbeddingOptions options)
    {
        UnicodeSupport.Require();
        var directory = ModelDirectory.Find(OwnModel);
        return options.Provider == OwnProvider
            ? new EmbeddingProvider(EmbeddingModel.Load(directory))
            : new EmbeddingProvider(WordPieceTokenizer.Load(Path.Combine(directory, "vocab.txt")), options);
    }
}
