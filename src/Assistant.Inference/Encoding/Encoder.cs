using System.Collections.Concurrent;
using Assistant.Inference.Kernels;
using Assistant.Inference.Weights;

namespace Assistant.Inference.Encoding;

/// <summary>A BERT encoder: token sequences in, hidden states out.</summary>
/// <remarks>
/// Source: Devlin et al., "BERT", 2019. A block's sequences are concatenated without padding, so that each linear layer is one
/// product over all their tokens; a sequence's result does not depend on what else is in its block. Thread-safe.
/// </remarks>
internal sealed class Encoder(ModelConfig config, EncoderWeights weights, MatrixTile tile, int threads)
{
    /// <summary>Tokens that are computed together at most, unless one sequence alone is longer.</summary>
    private const int BlockTokens = 256;

    private readonly ConcurrentBag<EncoderWorkspace> _workspaces = [];

    /// <summary>Receives a sequence's last hidden states on the thread that computed them.</summary>
    /// <param name="index">Position of the sequence in the input.</param>
    /// <param name="hidden"><c>[tokens, hidden]</c>, valid during the call only.</param>
    public delegate void HiddenStatesReceiver(int index, MatrixView hidden);

    /// <summary>Encodes the sequences, longest first, on all threads; cancellation is seen between blocks.</summary>
    /// <exception cref="OperationCanceledException">Cancelled before all were done.</exception>
    public void Encode(IReadOnlyList<TokenSequence> sequences, HiddenStatesReceiver receiver, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        List<int[]> blocks = Blocks(sequences);
        var options = new ParallelOptions { MaxDegreeOfParallelism = threads, CancellationToken = cancellationToken };
        Parallel.ForEach(
            Partitioner.Create(blocks, EnumerablePartitionerOptions.NoBuffering),
            options,
            block => EncodeBlock(block, sequences, receiver));
    }

    /// <summary>Positions of the sequences in blocks of similar length, longest first.</summary>
    internal static List<int[]> Blocks(IReadOnlyList<TokenSequence> sequences)
    {
        List<int[]> blocks = [];
        List<int> block = [];
        int tokens = 0;
        foreach (int index in Enumerable.Range(0, sequences.Count).OrderByDescending(index => sequences[index].Length))
        {
            int length = sequences[index].Length;
            if (block.Count > 0 && tokens + length > BlockTokens)
            {
                blocks.Add([.. block]);
                block.Clear();
                tokens = 0;
            }

            block.Add(index);
            tokens += length;
        }

        if (block.Count > 0) blocks.Add([.. block]);
        return blocks;
    }

    private void EncodeBlock(int[] block, IReadOnlyList<TokenSequence> sequences, HiddenStatesReceiver receiver)
    {
        if (!_workspaces.TryTake(out EncoderWorkspace? workspace))
        {
            workspace = new EncoderWorkspace(config, tile, Math.Max(BlockTokens, config.MaxTokens));
        }

        TokenSequence[] members = [.. block.Select(index => sequences[index])];
        Embed(members, workspace);
        foreach (LayerWeights layer in weights.Layers) Apply(layer, members, workspace);
        int row = 0;
        for (int i = 0; i < members.Length; i++)
        {
            receiver(block[i], workspace.Hidden.From(row, 0));
            row += members[i].Length;
        }

        _workspaces.Add(workspace);
    }

    private unsafe void Embed(TokenSequence[] sequences, EncoderWorkspace workspace)
    {
        int row = 0;
        foreach (TokenSequence sequence in sequences)
        {
            for (int position = 0; position < sequence.Length; position++)
            {
                int type = position < sequence.SecondSegment ? 0 : 1;
                weights.Embeddings.Write(sequence.Ids[position], position, type, workspace.Hidden.Row(row++));
            }
        }
    }

    private void Apply(LayerWeights layer, TokenSequence[] sequences, EncoderWorkspace workspace)
    {
        int tokens = sequences.Sum(sequence => sequence.Length);
        layer.QueryKeyValue.Multiply(workspace.Hidden, tokens, workspace.QueryKeyValue, Activation.None);
        Attend(sequences, workspace);
        layer.AttentionOutput.Multiply(workspace.Context, tokens, workspace.Update, Activation.None);
        layer.AttentionNorm.AddAndNormalize(workspace.Hidden, workspace.Update, tokens);
        layer.Expand.Multiply(workspace.Hidden, tokens, workspace.Intermediate, Activation.Gelu);
        layer.Contract.Multiply(workspace.Intermediate, tokens, workspace.Update, Activation.None);
        layer.OutputNorm.AddAndNormalize(workspace.Hidden, workspace.Update, tokens);
    }

    private void Attend(TokenSequence[] sequences, EncoderWorkspace workspace)
    {
        int row = 0;
        foreach (int length in sequences.Select(sequence => sequence.Length))
        {
            MatrixView query = workspace.QueryKeyValue.From(row, 0);
            MatrixView key = query.From(0, config.HiddenSize);
            MatrixView value = key.From(0, config.HiddenSize);
            for (int column = 0; column < config.HiddenSize; column += config.HeadSize)
            {
                workspace.Attention.Attend(
                    query.From(0, column),
                    key.From(0, column),
                    value.From(0, column),
                    workspace.Context.From(row, column),
                    length);
            }

            row += length;
        }
    }
}
