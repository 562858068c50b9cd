using Assistant.Inference.Kernels;
using Assistant.Inference.Weights;

namespace Assistant.Inference.Encoding;

/// <summary>The linear heads over the last hidden states: answer span, and support of question or claim.</summary>
internal sealed class ReaderHeads
{
    private readonly float[] _span;        // [2, hidden]: start, end
    private readonly float[] _spanBias;    // [2]
    private readonly float[] _support;     // [2, hidden]: question, claim
    private readonly float[] _supportBias; // [2]

    private ReaderHeads(SafetensorsFile file, int width)
    {
        _span = file.Floats("span.weight", 2, width);
        _spanBias = file.Floats("span.bias", 2);
        _support = file.Floats("support.weight", 2, width);
        _supportBias = file.Floats("support.bias", 2);
    }

    public static ReaderHeads Load(SafetensorsFile file, ModelConfig config) => new(file, config.HiddenSize);

    /// <summary>Scores a passage.</summary>
    /// <param name="sequence">The input.</param>
    /// <param name="hidden"><c>[tokens, hidden]</c>: its last hidden states.</param>
    /// <param name="maxAnswerTokens">Tokens of the longest answer.</param>
    public Reading Apply(ReaderSequence sequence, MatrixView hidden, int maxAnswerTokens)
    {
        int count = sequence.PassageTokens.Length;
        var starts = new float[count];
        var ends = new float[count];
        for (int i = 0; i < count; i++)
        {
            starts[i] = Logit(_span, _spanBias, 0, hidden, sequence.PassageStart + i);
            ends[i] = Logit(_span, _spanBias, 1, hidden, sequence.PassageStart + i);
        }

        return new Reading(sequence.PassageTokens, starts, ends, maxAnswerTokens)
        {
            SupportLogit = Logit(_support, _supportBias, 0, hidden, 0),
            ClaimLogit = Logit(_support, _supportBias, 1, hidden, 0),
            NullScore = (double)Logit(_span, _spanBias, 0, hidden, 0) + Logit(_span, _spanBias, 1, hidden, 0),
        };
    }

    private static float Logit(float[] weight, float[] bias, int row, MatrixView hidden, int token)
    {
        int width = weight.Length / bias.Length;
        return DotProduct.Of(weight.AsSpan(row * width, width), hidden.RowSpan(token, width)) + bias[row];
    }
}
