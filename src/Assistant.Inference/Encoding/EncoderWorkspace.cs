using Assistant.Inference.Kernels;
using Assistant.Inference.Weights;

namespace Assistant.Inference.Encoding;

/// <summary>The activations of one block of sequences; reused by one thread after another.</summary>
internal sealed class EncoderWorkspace
{
    private readonly int _hiddenSize;
    private readonly int _intermediateSize;
    private readonly AlignedBuffer _hidden;
    private readonly AlignedBuffer _query;
    private readonly AlignedBuffer _key;
    private readonly AlignedBuffer _value;
    private readonly AlignedBuffer _context;
    private readonly AlignedBuffer _update;
    private readonly AlignedBuffer _intermediate;

    /// <summary>Reserves room for a block.</summary>
    /// <param name="config">The model's sizes.</param>
    /// <param name="tile">Kernels read and write up to a whole tile past the last token.</param>
    /// <param name="tokens">Tokens of the largest block.</param>
    public EncoderWorkspace(ModelConfig config, MatrixTile tile, int tokens)
    {
        int rows = tokens + Math.Max(tile.Rows, Transpose.BlockSize);
        _hiddenSize = config.HiddenSize;
        _intermediateSize = config.IntermediateSize;
        _hidden = new AlignedBuffer(rows * _hiddenSize);
        _query = new AlignedBuffer(rows * _hiddenSize);
        _key = new AlignedBuffer(rows * _hiddenSize);
        _value = new AlignedBuffer(rows * _hiddenSize);
        _context = new AlignedBuffer(rows * _hiddenSize);
        _update = new AlignedBuffer(rows * _hiddenSize);
        _intermediate = new AlignedBuffer(rows * _intermediateSize);
        Attention = new AttentionKernel(tile, config.HeadSize, config.MaxTokens);
        Panel = new WeightPanel(tile);
    }

    /// <summary><c>[tokens, hidden]</c>: the hidden states between layers.</summary>
    public MatrixView Hidden => _hidden.View(_hiddenSize);

    /// <summary><c>[tokens, hidden]</c>, head by head, as the next two.</summary>
    public MatrixView Query => _query.View(_hiddenSize);

    public MatrixView Key => _key.View(_hiddenSize);

    public MatrixView Value => _value.View(_hiddenSize);

    /// <summary><c>[tokens, hidden]</c>: what attention gathered, head by head.</summary>
    public MatrixView Context => _context.View(_hiddenSize);

    /// <summary><c>[tokens, hidden]</c>: what is added to the hidden states next.</summary>
    public MatrixView Update => _update.View(_hiddenSize);

    /// <summary><c>[tokens, intermediate]</c>: inside the feed-forward part.</summary>
    public MatrixView Intermediate => _intermediate.View(_intermediateSize);

    /// <summary>Keeps one head's keys, values and scores.</summary>
    public AttentionKernel Attention { get; }

    /// <summary>Keeps the weights that are multiplied with at the moment.</summary>
    public WeightPanel Panel { get; }
}
