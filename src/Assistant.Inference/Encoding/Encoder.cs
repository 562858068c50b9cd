using System.Collections.Concurrent;
using Assistant.Inference.Kernels;
using Assistant.Inference.Weights;

namespace Assistant.Inference.Encoding;

/// <summary>A BERT encoder: token sequences in, hidden states out.</summary>
/// <remarks>Thread-safe. A sequence's result does not depend on what else is encoded, nor on the number of threads.</remarks>
internal sealed class Encoder(ModelConfig config, EncoderWeights weights, MatrixTile tile, int threads)
{
    private readonly ConcurrentBag<EncoderWorkspace> _workspaces = [];

    /// <summary>Receives a sequence's last hidden states on the thread that computed them.</summary>
    /// <param name="index">Position of the sequence in the input.</param>
    /// <param name="hidden"><c>[tokens, hidden]</c>, valid during the call only; one row if only first tokens were asked for.</param>
    public delegate void HiddenStatesReceiver(int index, MatrixView hidden);

    /// <summary>Encodes the sequences on all threads; cancellation is seen between blocks.</summary>
    /// <param name="sequences">In any order.</param>
    /// <param name="scope">Which hidden states are wanted.</param>
    /// <param name="receiver">Called once for each sequence.</param>
    /// <param name="cancellationToken">Ends the work early.</param>
    /// <exception cref="OperationCanceledException">Cancelled before all were done.</exception>
    public void Encode(
        IReadOnlyList<TokenSequence> sequences,
        HiddenStateScope scope,
        HiddenStatesReceiver receiver,
        CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        List<SequenceBlock> blocks = SequenceBlock.Divide(sequences, threads);
        var options = new ParallelOptions { MaxDegreeOfParallelism = threads, CancellationToken = cancellationToken };
        Parallel.ForEach(
            Partitioner.Create(blocks, EnumerablePartitionerOptions.NoBuffering),
            options,
            block => EncodeBlock(block, scope, receiver));
    }

    private void EncodeBlock(SequenceBlock block, HiddenStateScope scope, HiddenStatesReceiver receiver)
    {
        if (!_workspaces.TryTake(out EncoderWorkspace? workspace))
        {
            workspace = new EncoderWorkspace(config, tile, Math.Max(SequenceBlock.TokenLimit, config.MaxTokens));
        }

        new ForwardPass(config, weights, workspace).Run(block.Sequences, scope);
        int row = 0;
        for (int i = 0; i < block.Sequences.Length; i++)
        {
            receiver(block.Indexes[i], workspace.Hidden.From(row, 0));
            row += scope == HiddenStateScope.FirstToken ? 1 : block.Sequences[i].Length;
        }

        _workspaces.Add(workspace);
    }
}
