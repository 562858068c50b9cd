using System.Text.RegularExpressions;
using HandlebarsDotNet;
using HandlebarsDotNet.Compiler;
using Microsoft.Extensions.AI;
using YamlDotNet.Core;
using YamlDotNet.Serialization;
using YamlDotNet.Serialization.NamingConventions;

namespace Assistant.Core.Prompts;

/// <summary>A prompt: Semantic Kernel's YAML schema, Handlebars with <c>each</c> and <c>if</c> only, message tags.</summary>
/// <remarks>
/// Values are escaped when rendered, in one pass, and decoded when the messages are split: the model sees the original
/// characters, and no value can open or close a message. Thread-safe.
/// </remarks>
public sealed partial class PromptTemplate
{
    private readonly HandlebarsTemplate<object, object> _render;
    private readonly HashSet<string> _variables;

    private PromptTemplate(PromptFile file, string hash)
    {
        Name = file.Name!;
        Hash = hash;
        _variables = [.. file.InputVariables.Select(static variable => variable.Name!)];
        var settings = file.ExecutionSettings.GetValueOrDefault("default") ?? new PromptSettings();
        Temperature = settings.Temperature;
        MaxTokens = settings.MaxTokens;
        var engine = Handlebars.Create(new HandlebarsConfiguration { TextEncoder = new XmlText(), ThrowOnUnresolvedBindingExpression = true });
        _render = engine.Compile(file.Template!);
    }

    /// <summary>The prompt's name.</summary>
    public string Name { get; }

    /// <summary>First 16 hexadecimal characters of the file's SHA-256; goes into every answer.</summary>
    public string Hash { get; }

    /// <summary>0 gives the likeliest words.</summary>
    public float Temperature { get; }

    /// <summary>Most tokens of the answer.</summary>
    public int MaxTokens { get; }

    /// <summary>Reads and checks a prompt.</summary>
    /// <exception cref="InvalidDataException">The prompt cannot be used; the message says why.</exception>
    public static PromptTemplate Parse(string yaml)
    {
        var file = ReadYaml(yaml);
        if (string.IsNullOrWhiteSpace(file.Name) || string.IsNullOrWhiteSpace(file.Template))
            throw new InvalidDataException("A prompt needs a name and a template.");
        if (file.TemplateFormat != "handlebars")
            throw new InvalidDataException($"The prompt '{file.Name}' has the format '{file.TemplateFormat}'; only 'handlebars' is known.");
        PromptSyntax.Check(file);
        if (SplitMessages(file.Template).Count == 0) throw new InvalidDataException($"The prompt '{file.Name}' has no messages.");
        return new PromptTemplate(file, ArticleKey.Hash(yaml)[..16]);
    }

    /// <summary>Renders the prompt.</summary>
    /// <param name="values">A value for every variable, and no other: texts, numbers, or lists of dictionaries.</param>
    /// <returns>The messages with the values' original characters.</returns>
    /// <exception cref="ArgumentException">A variable is missing or unknown, also inside a list.</exception>
    public IReadOnlyList<ChatMessage> Render(IReadOnlyDictionary<string, object?> values)
    {
        if (_variables.FirstOrDefault(name => values.GetValueOrDefault(name) is null) is { } missing)
            throw new ArgumentException($"The prompt '{Name}' needs the variable '{missing}'.", nameof(values));
        if (values.Keys.FirstOrDefault(name => !_variables.Contains(name)) is { } unknown)
            throw new ArgumentException($"The prompt '{Name}' has no variable '{unknown}'.", nameof(values));
        try
        {
            return SplitMessages(_render(values));
        }
        catch (Exception exception) when (exception is HandlebarsException or HandlebarsUndefinedBindingException)
        {
            throw new ArgumentException($"The prompt '{Name}' cannot be rendered: {exception.Message}", nameof(values), exception);
        }
    }

    private static PromptFile ReadYaml(string yaml)
    {
        try
        {
            return new DeserializerBuilder().WithNamingConvention(UnderscoredNamingConvention.Instance).Build().Deserialize<PromptFile>(yaml)
                ?? throw new InvalidDataException("The prompt is empty.");
        }
        catch (YamlException exception)
        {
            throw new InvalidDataException($"The prompt is not valid YAML: {exception.Message}", exception);
        }
    }

    private static List<ChatMessage> SplitMessages(string rendered)
    {
        var messages = new List<ChatMessage>();
        var from = 0;
        foreach (Match match in MessagePattern().Matches(rendered))
        {
            RefuseTextBetween(rendered[from..match.Index]);
            messages.Add(new ChatMessage(new ChatRole(match.Groups["role"].Value), XmlText.Decode(match.Groups["text"].Value).Trim()));
            from = match.Index + match.Length;
        }

        RefuseTextBetween(rendered[from..]);
        return messages;
    }

    private static void RefuseTextBetween(string text)
    {
        if (!string.IsNullOrWhiteSpace(text)) throw new InvalidDataException($"A prompt has text outside its messages: {text.Trim()}");
    }

    [GeneratedRegex("""<message role="(?<role>system|user|assistant)">(?<text>.*?)</message>""", RegexOptions.CultureInvariant | RegexOptions.Singleline)]
    private static partial Regex MessagePattern();
}
