namespace Assistant.Inference.Encoding;

/// <summary>One input of the encoder, special tokens included.</summary>
/// <param name="Ids">Vocabulary rows; at least one.</param>
/// <param name="SecondSegment">Position of the first token of type 1; the length if there is none.</param>
internal sealed record TokenSequence(int[] Ids, int SecondSegment)
{
    public int Length => Ids.Length;
}
