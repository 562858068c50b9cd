using System.Text.Json;

namespace Assistant.Inference.Weights;

/// <summary>The sizes and conventions of a model, from its <c>config.json</c>.</summary>
internal sealed record ModelConfig
{
    public required int HiddenSize { get; init; }

    public required int Layers { get; init; }

    public required int Heads { get; init; }

    public required int IntermediateSize { get; init; }

    public required int VocabularySize { get; init; }

    public required int TokenTypes { get; init; }

    /// <summary>Longest sequence in tokens, special tokens included.</summary>
    public required int MaxTokens { get; init; }

    public required float LayerNormEpsilon { get; init; }

    /// <summary>Put before queries; empty for a reader.</summary>
    public required string QueryPrefix { get; init; }

    /// <summary>Put before passages; empty for a reader.</summary>
    public required string PassagePrefix { get; init; }

    /// <summary>Dimensions of one head.</summary>
    public int HeadSize => HiddenSize / Heads;

    /// <summary>Reads and checks a configuration.</summary>
    /// <exception cref="FileNotFoundException">There is no such file.</exception>
    /// <exception cref="InvalidDataException">A value is missing, or no encoder of ours has these sizes.</exception>
    public static ModelConfig Load(string path)
    {
        if (!File.Exists(path))
        {
            throw new FileNotFoundException($"The configuration {path} is missing. Copy the model's config.json there.", path);
        }

        ModelConfig config = Parse(path, Read);
        config.Check(path);
        return config;
    }

    /// <summary>Reads something from a configuration.</summary>
    /// <exception cref="InvalidDataException">The file is no JSON, or a value is missing or of another type.</exception>
    public static T Parse<T>(string path, Func<JsonElement, T> read)
    {
        try
        {
            using JsonDocument json = JsonDocument.Parse(File.ReadAllBytes(path));
            return read(json.RootElement);
        }
        catch (Exception exception) when (exception is JsonException or KeyNotFoundException or InvalidOperationException
            or FormatException)
        {
            throw Broken(path, exception.Message, exception);
        }
    }

    /// <summary>An error that says what is wrong and what to do.</summary>
    public static InvalidDataException Broken(string path, string what, Exception? cause = null) =>
        new($"{path} does not describe a model that can run here: {what}. Copy the model's config.json there again.", cause);

    private static ModelConfig Read(JsonElement json) => new()
    {
        HiddenSize = json.GetProperty("hidden_size").GetInt32(),
        Layers = json.GetProperty("num_hidden_layers").GetInt32(),
        Heads = json.GetProperty("num_attention_heads").GetInt32(),
        IntermediateSize = json.GetProperty("intermediate_size").GetInt32(),
        VocabularySize = json.GetProperty("vocab_size").GetInt32(),
        TokenTypes = json.GetProperty("type_vocab_size").GetInt32(),
        MaxTokens = json.GetProperty("max_position_embeddings").GetInt32(),
        LayerNormEpsilon = json.GetProperty("layer_norm_eps").GetSingle(),
        QueryPrefix = Text(json, "query_prefix"),
        PassagePrefix = Text(json, "passage_prefix"),
    };

    private static string Text(JsonElement json, string name) =>
        json.TryGetProperty(name, out JsonElement value) ? value.GetString() ?? "" : "";

    /// <summary>The kernels work on 32 columns at a time.</summary>
    private void Check(string path)
    {
        bool isPositive = Math.Min(Math.Min(HiddenSize, Layers), Math.Min(Heads, IntermediateSize)) > 0
            && Math.Min(VocabularySize, Math.Min(TokenTypes, MaxTokens)) > 0;
        if (!isPositive || HiddenSize % Heads != 0 || HeadSize % 32 != 0 || IntermediateSize % 32 != 0)
        {
            throw Broken(path, "sizes must be positive, those of a head and of the feed-forward part multiples of 32");
        }
    }
}
