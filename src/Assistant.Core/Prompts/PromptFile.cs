namespace Assistant.Core.Prompts;

/// <summary>A prompt file in Semantic Kernel's YAML prompt schema, as far as we use it.</summary>
internal sealed class PromptFile
{
    /// <summary>Name of the prompt.</summary>
    public string? Name { get; set; }

    /// <summary>What it is for.</summary>
    public string? Description { get; set; }

    /// <summary>Must be <c>handlebars</c>.</summary>
    public string? TemplateFormat { get; set; }

    /// <summary>The template.</summary>
    public string? Template { get; set; }

    /// <summary>What the template is rendered with.</summary>
    public List<PromptVariable> InputVariables { get; set; } = [];

    /// <summary>Settings by service; we use <c>default</c>.</summary>
    public Dictionary<string, PromptSettings> ExecutionSettings { get; set; } = [];
}
