namespace Assistant.Core.Prompts;

/// <summary>A variable of a prompt.</summary>
internal sealed class PromptVariable
{
    /// <summary>Its name in the template.</summary>
    public string? Name { get; set; }

    /// <summary>What it holds.</summary>
    public string? Description { get; set; }

    /// <summary>Must be given.</summary>
    public bool IsRequired { get; set; } = true;
}
