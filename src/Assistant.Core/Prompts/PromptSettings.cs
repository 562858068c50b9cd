namespace Assistant.Core.Prompts;

/// <summary>How the model is asked.</summary>
internal sealed class PromptSettings
{
    /// <summary>0 gives the likeliest words.</summary>
    public float Temperature { get; set; }

    /// <summary>Most tokens of the answer.</summary>
    public int MaxTokens { get; set; } = 300;
}
