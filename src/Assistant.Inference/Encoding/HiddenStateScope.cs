namespace Assistant.Inference.Encoding;

/// <summary>Which of the last hidden states are computed.</summary>
internal enum HiddenStateScope
{
    /// <summary>Those of every token.</summary>
    AllTokens,

    /// <summary>That of the first token of each sequence, which saves most of the last layer.</summary>
    FirstToken,
}
