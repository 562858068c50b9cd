using System.Text.RegularExpressions;

namespace Assistant.Core.Prompts;

/// <summary>Checks that a template uses only what we allow: its own variables, <c>each</c> and <c>if</c>.</summary>
internal static partial class PromptSyntax
{
    /// <summary>Checks a prompt.</summary>
    /// <exception cref="InvalidDataException">It uses another helper, raw output, or a variable that it does not declare, or declares one it does not use.</exception>
    public static void Check(PromptFile file)
    {
        var declared = file.InputVariables.Select(static variable => variable.Name ?? string.Empty).ToHashSet(StringComparer.Ordinal);
        var used = new HashSet<string>(StringComparer.Ordinal);
        foreach (Match tag in TagPattern().Matches(file.Template!))
        {
            if (tag.Groups["close"].Success) continue;
            if (!tag.Groups["name"].Success) throw new InvalidDataException($"The prompt '{file.Name}' uses {tag.Value}; only values, #each and #if are allowed.");
            used.Add(tag.Groups["name"].Value);
        }

        used.RemoveWhere(static name => name.StartsWith("this.", StringComparison.Ordinal));
        if (used.FirstOrDefault(name => !declared.Contains(name)) is { } unknown)
            throw new InvalidDataException($"The prompt '{file.Name}' uses the undeclared variable '{unknown}'.");
        if (declared.FirstOrDefault(name => !used.Contains(name)) is { } unused)
            throw new InvalidDataException($"The prompt '{file.Name}' declares the variable '{unused}' but does not use it.");
    }

    [GeneratedRegex(@"\{\{(?:(?:#each |#if )?(?<name>(?:this\.)?[a-z][A-Za-z]*)\}\}(?!\})|(?<close>/each|/if|else)\}\}(?!\})|[^}]*\}{0,3})", RegexOptions.CultureInvariant)]
    private static partial Regex TagPattern();
}
