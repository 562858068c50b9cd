using Assistant.Inference.Kernels;
using Assistant.Inference.Weights;

namespace Assistant.Inference.Encoding;

/// <summary>The activations of one block of sequences; reused by one thread after another.</summary>
internal sealed class EncoderWorkspace
{
    private readonly int _hiddenSize;
    private readonly int _intermediateSize;
    private readonly AlignedBuffer _hidden;
    private readonly AlignedBuffer _queryKeyValue;
    private readonly AlignedBuffer _context;
    private readonly AlignedBuffer _update;
    private readonly AlignedBuffer _intermediate;

    /// <summary>Reserves room for a block.</summary>
    /// <param name="config">The model's sizes.</param>
    /// <param name="tile">Its rows are the padding after the last token.</param>
    /// <param name="tokens">Tokens of the largest block.</param>
    public EncoderWorkspace(ModelConfig config, MatrixTile tile, int tokens)
    {
        int rows = tokens + tile.Rows;
        _hiddenSize = config.HiddenSize;
        _intermediateSize = config.IntermediateSize;
        _hidden = new AlignedBuffer(rows * _hiddenSize);
        _queryKeyValue = new AlignedBuffer(rows * 3 * _hiddenSize);
        _context = new AlignedBuffer(rows * _hiddenSize);
        _update = new AlignedBuffer(rows * _hiddenSize);
        _intermediate = new AlignedBuffer(rows * _intermediateSize);
        Attention = new AttentionKernel(tile, config.HeadSize, config.MaxTokens);
    }

    /// <summary><c>[tokens, hidden]</c>: the hidden states between layers.</summary>
    public MatrixView Hidden => _hidden.View(_hiddenSize);

    /// <summary><c>[tokens, 3 · hidden]</c>: queries, keys and values, each head by head.</summary>
    public MatrixView QueryKeyValue => _queryKeyValue.View(3 * _hiddenSize);

    /// <summary><c>[tokens, hidden]</c>: what attention gathered, head by head.</summary>
    public MatrixView Context => _context.View(_hiddenSize);

    /// <summary><c>[tokens, hidden]</c>: what is added to the hidden states next.</summary>
    public MatrixView Update => _update.View(_hiddenSize);

    /// <summary><c>[tokens, intermediate]</c>: inside the feed-forward part.</summary>
    public MatrixView Intermediate => _intermediate.View(_intermediateSize);

    /// <summary>Keeps one head's keys, values and scores.</summary>
    public AttentionKernel Attention { get; }
}
