namespace Assistant.Core.Ingestion;

/// <summary>A half-open range of UTF-16 code units in a text.</summary>
/// <param name="Start">First code unit.</param>
/// <param name="End">One past the last code unit; greater than <paramref name="Start"/>.</param>
public readonly record struct TextSpan(int Start, int End)
{
    /// <summary>Code units in the span.</summary>
    public int Length => End - Start;

    /// <summary>The characters of <paramref name="text"/> in the span.</summary>
    public string Of(string text) => text[Start..End];
}
