using Assistant.Core.Answering;
using Assistant.Core.Retrieval;

namespace Assistant.Core;

/// <summary>What can be configured.</summary>
public sealed class AssistantOptions
{
    /// <summary>Retrieval.</summary>
    public RetrievalOptions Retrieval { get; set; } = new();

    /// <summary>Answering.</summary>
    public AnsweringOptions Answering { get; set; } = new();
}
