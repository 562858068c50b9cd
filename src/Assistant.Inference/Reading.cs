namespace Assistant.Inference;

/// <summary>What the reader found in one passage. Immutable.</summary>
public sealed class Reading
{
    /// <summary>Tokens of the longest answer.</summary>
    private readonly int _maxAnswerTokens;

    // Parallel: the passage's tokens that were read, and their logits.
    private readonly Token[] _tokens;
    private readonly float[] _startLogits;
    private readonly float[] _endLogits;

    internal Reading(Token[] tokens, float[] startLogits, float[] endLogits, int maxAnswerTokens)
    {
        _tokens = tokens;
        _startLogits = startLogits;
        _endLogits = endLogits;
        _maxAnswerTokens = maxAnswerTokens;
    }

    /// <summary>Log-odds that the passage answers the question.</summary>
    public required double SupportLogit { get; init; }

    /// <summary>Log-odds that the passage supports the claim, when a claim stood in the question's place.</summary>
    public required double ClaimLogit { get; init; }

    /// <summary>What the best span's score has to be measured against: the score of there being no answer.</summary>
    public required double NullScore { get; init; }

    /// <summary>The best span of the passage; null if the passage has no tokens. Of equal spans the first.</summary>
    public AnswerSpan? BestSpan() => BestSpan(0, int.MaxValue);

    /// <summary>The best span that lies wholly inside a range of the passage; null if no token does.</summary>
    /// <param name="start">First UTF-16 code unit of the range.</param>
    /// <param name="end">One past its last UTF-16 code unit.</param>
    public AnswerSpan? BestSpan(int start, int end)
    {
        AnswerSpan? best = null;
        for (int first = 0; first < _tokens.Length; first++)
        {
            if (_tokens[first].Start < start) continue;
            if (BestFrom(first, end, best?.Score ?? double.NegativeInfinity) is { } better) best = better;
        }

        return best;
    }

    /// <summary>The best span that begins with that token, if it beats the score so far.</summary>
    private AnswerSpan? BestFrom(int first, int end, double scoreSoFar)
    {
        AnswerSpan? best = null;
        int limit = Math.Min(first + _maxAnswerTokens, _tokens.Length);
        for (int last = first; last < limit && _tokens[last].End <= end; last++)
        {
            double score = (double)_startLogits[first] + _endLogits[last];
            if (score > scoreSoFar)
            {
                best = new AnswerSpan(_tokens[first].Start, _tokens[last].End, score);
                scoreSoFar = score;
            }
        }

        return best;
    }
}
