using Assistant.Inference.Kernels;
using Assistant.Inference.Weights;

namespace Assistant.Inference.Encoding;

/// <summary>One run of the encoder over a block of sequences.</summary>
/// <remarks>
/// Source: Devlin et al., "BERT", 2019. The sequences are concatenated without padding, so that each linear layer is one
/// product over all their tokens; only attention looks at them one by one.
/// </remarks>
internal sealed class ForwardPass(ModelConfig config, EncoderWeights weights, EncoderWorkspace workspace)
{
    /// <summary>Leaves the last hidden states in the workspace: rows of all tokens, or one row for each sequence.</summary>
    public void Run(TokenSequence[] sequences, HiddenStateScope scope)
    {
        Embed(sequences);
        for (int i = 0; i < weights.Layers.Length; i++)
        {
            bool isLast = i == weights.Layers.Length - 1;
            Apply(weights.Layers[i], sequences, isLast ? scope : HiddenStateScope.AllTokens);
        }
    }

    private unsafe void Embed(TokenSequence[] sequences)
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

    private void Apply(LayerWeights layer, TokenSequence[] sequences, HiddenStateScope scope)
    {
        int tokens = sequences.Sum(sequence => sequence.Length);
        Multiply(layer.Key, workspace.Hidden, tokens, workspace.Key);
        Multiply(layer.Value, workspace.Hidden, tokens, workspace.Value);
        if (scope == HiddenStateScope.FirstToken) tokens = KeepFirstTokens(sequences);
        Multiply(layer.Query, workspace.Hidden, tokens, workspace.Query);
        Attend(sequences, scope);
        Multiply(layer.AttentionOutput, workspace.Context, tokens, workspace.Update);
        layer.AttentionNorm.AddAndNormalize(workspace.Hidden, workspace.Update, tokens);
        Multiply(layer.Expand, workspace.Hidden, tokens, workspace.Intermediate, Activation.Gelu);
        Multiply(layer.Contract, workspace.Intermediate, tokens, workspace.Update);
        layer.OutputNorm.AddAndNormalize(workspace.Hidden, workspace.Update, tokens);
    }

    private void Multiply(
        LinearLayer layer, MatrixView from, int tokens, MatrixView to, Activation activation = Activation.None) =>
        layer.Multiply(from, tokens, to, activation, workspace.Panel);

    private void Attend(TokenSequence[] sequences, HiddenStateScope scope)
    {
        int row = 0;
        int queryRow = 0;
        foreach (int length in sequences.Select(sequence => sequence.Length))
        {
            int queries = scope == HiddenStateScope.FirstToken ? 1 : length;
            for (int column = 0; column < config.HiddenSize; column += config.HeadSize)
            {
                workspace.Attention.Attend(
                    workspace.Query.From(queryRow, column),
                    workspace.Key.From(row, column),
                    workspace.Value.From(row, column),
                    workspace.Context.From(queryRow, column),
                    length,
                    queries);
            }

            row += length;
            queryRow += queries;
        }
    }

    /// <summary>Moves the hidden states of the first tokens together and returns how many there are.</summary>
    private int KeepFirstTokens(TokenSequence[] sequences)
    {
        int row = 0;
        for (int i = 0; i < sequences.Length; i++)
        {
            workspace.Hidden.RowSpan(row, config.HiddenSize).CopyTo(workspace.Hidden.RowSpan(i, config.HiddenSize));
            row += sequences[i].Length;
        }

        return sequences.Length;
    }
}
