using System.Security.Cryptography;
using Assistant.Inference.Encoding;
using Assistant.Inference.Kernels;
using Assistant.Inference.Weights;
using Microsoft.Extensions.AI;

namespace Assistant.Inference;

/// <summary>Turns queries and passages into unit vectors whose dot product tells how well they fit.</summary>
/// <remarks>Thread-safe. A vector is bit-identical whatever else is in its batch and however many threads run.</remarks>
public sealed class EmbeddingModel
{
    private readonly Lazy<string> _weightsHash;

    private EmbeddingModel(string directory, int threads)
    {
        string weightsPath = Path.Combine(directory, "model.safetensors");
        ModelConfig config = ModelConfig.Load(Path.Combine(directory, "config.json"));
        Tokenizer = WordPieceTokenizer.Load(Path.Combine(directory, "vocab.txt"));
        Tokenizer.CheckSize(config.VocabularySize);
        SafetensorsFile file = SafetensorsFile.Open(weightsPath);
        var encoder = new Encoder(config, EncoderWeights.Load(file, config, MatrixTile.Best), MatrixTile.Best, threads);
        _weightsHash = new Lazy<string>(() => Hash(weightsPath));
        Dimension = config.HiddenSize;
        QueryPrefix = config.QueryPrefix;
        Queries = new TextEmbeddingGenerator(Tokenizer, encoder, config, config.QueryPrefix);
        Passages = new TextEmbeddingGenerator(Tokenizer, encoder, config, config.PassagePrefix);
    }

    /// <summary>Counts the same tokens as the model sees.</summary>
    public WordPieceTokenizer Tokenizer { get; }

    /// <summary>Length of a vector.</summary>
    public int Dimension { get; }

    /// <summary>SHA-256 of the weights file in lower-case hexadecimal; computed when first asked for.</summary>
    public string WeightsHash => _weightsHash.Value;

    /// <summary>What <see cref="Queries"/> puts before each text.</summary>
    public string QueryPrefix { get; }

    /// <summary>Embeds questions; texts over the model's limit are cut at their end.</summary>
    public IEmbeddingGenerator<string, Embedding<float>> Queries { get; }

    /// <summary>Embeds passages; texts over the model's limit are cut at their end.</summary>
    public IEmbeddingGenerator<string, Embedding<float>> Passages { get; }

    /// <summary>Loads a model on all processors.</summary>
    /// <param name="directory">Holds <c>config.json</c>, <c>vocab.txt</c> and <c>model.safetensors</c>.</param>
    /// <exception cref="FileNotFoundException">One of them is missing.</exception>
    /// <exception cref="InvalidDataException">One of them is broken or of another model.</exception>
    public static EmbeddingModel Load(string directory) => Load(directory, Environment.ProcessorCount);

    /// <summary>Loads a model that computes on at most that many threads.</summary>
    internal static EmbeddingModel Load(string directory, int threads) => new(directory, threads);

    private static string Hash(string path)
    {
        using FileStream stream = File.OpenRead(path);
        return Convert.ToHexStringLower(SHA256.HashData(stream));
    }
}
