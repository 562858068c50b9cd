using Assistant.Inference.Encoding;
using Assistant.Inference.Kernels;
using Assistant.Inference.Weights;

namespace Assistant.Inference;

/// <summary>Scores passages against a question, or against a claim, and finds the answer in each.</summary>
/// <remarks>Thread-safe. A reading is bit-identical whatever is read with it and however many threads run.</remarks>
public sealed class ReaderModel
{
    private readonly Encoder _encoder;
    private readonly ReaderInput _input;
    private readonly ReaderHeads _heads;
    private readonly int _maxAnswerTokens;

    private ReaderModel(string directory, int threads)
    {
        string configPath = Path.Combine(directory, "config.json");
        ModelConfig config = ModelConfig.Load(configPath);
        ReaderLimits limits = ReaderLimits.Load(configPath, config);
        WordPieceTokenizer tokenizer = WordPieceTokenizer.Load(Path.Combine(directory, "vocab.txt"));
        tokenizer.CheckSize(config.VocabularySize);
        SafetensorsFile file = SafetensorsFile.Open(Path.Combine(directory, "model.safetensors"));
        _heads = ReaderHeads.Load(file, config);
        _encoder = new Encoder(config, EncoderWeights.Load(file, config, MatrixTile.Best), MatrixTile.Best, threads);
        _input = new ReaderInput(tokenizer, limits);
        _maxAnswerTokens = limits.MaxAnswerTokens;
    }

    /// <summary>Loads a model on all processors.</summary>
    /// <param name="directory">Holds <c>config.json</c>, <c>vocab.txt</c> and <c>model.safetensors</c>.</param>
    /// <exception cref="FileNotFoundException">One of them is missing.</exception>
    /// <exception cref="InvalidDataException">One of them is broken or of another model.</exception>
    public static ReaderModel Load(string directory) => Load(directory, Environment.ProcessorCount);

    /// <summary>Loads a model that computes on at most that many threads.</summary>
    internal static ReaderModel Load(string directory, int threads) => new(directory, threads);

    /// <summary>Reads each passage with the question in mind.</summary>
    /// <param name="question">A question, or a claim; cut at the model's limit.</param>
    /// <param name="passages">Passages that are too long with the question and their title are cut at their end.</param>
    /// <param name="cancellationToken">Seen between blocks of passages.</param>
    /// <returns>One reading for each passage, in their order.</returns>
    /// <exception cref="OperationCanceledException">Cancelled before all were read.</exception>
    public IReadOnlyList<Reading> Read(
        string question, IReadOnlyList<ReaderPassage> passages, CancellationToken cancellationToken) =>
        Read([.. passages.Select(passage => _input.Build(question, passage))], cancellationToken);

    private Reading[] Read(ReaderSequence[] sequences, CancellationToken cancellationToken)
    {
        var readings = new Reading[sequences.Length];
        TokenSequence[] tokens = Array.ConvertAll(sequences, sequence => sequence.Tokens);
        _encoder.Encode(
            tokens,
            HiddenStateScope.AllTokens,
            (index, hidden) => readings[index] = _heads.Apply(sequences[index], hidden, _maxAnswerTokens),
            cancellationToken);
        return readings;
    }
}
