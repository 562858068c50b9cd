using System.Runtime.CompilerServices;
using Assistant.Inference.Kernels;

namespace Assistant.Inference.Weights;

/// <summary>Word, position and token-type embeddings; the words stay bytes in the mapped file until they are needed.</summary>
internal sealed unsafe class EmbeddingTable
{
    private readonly SafetensorsFile _file;
    private readonly QuantizedMatrix _words;
    private readonly QuantizedMatrix _positions;
    private readonly float[] _types; // [token types, hidden]
    private readonly LayerNorm _norm;

    private EmbeddingTable(SafetensorsFile file, ModelConfig config)
    {
        const string Prefix = "embeddings.";
        _file = file;
        _words = file.Quantized(Prefix + "word_embeddings.weight", config.VocabularySize, config.HiddenSize);
        _positions = file.Quantized(Prefix + "position_embeddings.weight", config.MaxTokens, config.HiddenSize);
        _types = file.Floats(Prefix + "token_type_embeddings.weight", config.TokenTypes, config.HiddenSize);
        _norm = EncoderWeights.Norm(file, Prefix + "LayerNorm", config);
    }

    public static EmbeddingTable Load(SafetensorsFile file, ModelConfig config) => new(file, config);

    /// <summary>Writes the normalised sum of a token's three embeddings.</summary>
    /// <param name="id">Row of the words.</param>
    /// <param name="position">0-based position in the sequence.</param>
    /// <param name="type">0 or 1.</param>
    /// <param name="target"><c>[hidden]</c>.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Write(int id, int position, int type, float* target)
    {
        int width = _words.Columns;
        sbyte* word = _words.Values + ((nint)id * width);
        sbyte* place = _positions.Values + ((nint)position * width);
        float wordScale = _words.Scales[id];
        float placeScale = _positions.Scales[position];
        ReadOnlySpan<float> typeRow = _types.AsSpan(type * width, width);
        for (int i = 0; i < typeRow.Length; i++)
        {
            target[i] = (word[i] * wordScale) + typeRow[i] + (place[i] * placeScale);
        }

        _norm.Normalize(target);
        GC.KeepAlive(_file);
    }
}
