using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace Assistant.Core.Ingestion;

/// <summary>The YAML between two <c>---</c> lines at the top of a Markdown file.</summary>
/// <param name="values">Its top-level scalars, and lists of scalars joined by commas, by lower-case name.</param>
internal sealed class FrontMatter(IReadOnlyDictionary<string, string> values)
{
    private const string Fence = "---";
    private const int MaximumLength = 32_768;

    /// <summary>The first of the names that has a value; null when none has.</summary>
    public string? Find(params string[] names) =>
        CanonicalText.ToLine(names.Select(name => values.GetValueOrDefault(name)).FirstOrDefault(value => !string.IsNullOrWhiteSpace(value)));

    /// <summary>Splits the text; without front matter, or with one that is no YAML, all of it is the body.</summary>
    public static (FrontMatter Values, string Body) Split(string text)
    {
        var none = new FrontMatter(new Dictionary<string, string>());
        if (!text.StartsWith(Fence + "\n", StringComparison.Ordinal)) return (none, text);
        var end = text.IndexOf("\n" + Fence, Fence.Length, StringComparison.Ordinal);
        var bodyStart = end < 0 ? -1 : text.IndexOf('\n', end + 1);
        if (end < 0 || end > MaximumLength) return (none, text);
        try
        {
            var values = Read(text[Fence.Length..end]);
            return (new FrontMatter(values), bodyStart < 0 ? "" : text[bodyStart..]);
        }
        catch (YamlException)
        {
            return (none, text);
        }
    }

    /// <summary>Reads events one by one: no nesting, however deep, can exhaust the stack.</summary>
    private static Dictionary<string, string> Read(string yaml)
    {
        var values = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        var parser = new Parser(new StringReader(yaml));
        var depth = 0;
        string? name = null;
        while (parser.MoveNext())
        {
            depth += parser.Current!.NestingIncrease;
            if (parser.Current is Scalar scalar)
            {
                if (depth == DepthOfTopLevel && name is null)
                {
                    name = scalar.Value;
                    continue;
                }

                if (name is not null && depth <= DepthOfTopLevel + 1) Append(values, name, scalar.Value);
            }

            if (depth == DepthOfTopLevel) name = null;
        }

        return values;
    }

    /// <summary>Stream, document, mapping.</summary>
    private const int DepthOfTopLevel = 3;

    private static void Append(Dictionary<string, string> values, string name, string value) =>
        values[name] = values.TryGetValue(name, out var before) ? $"{before}, {value}" : value;
}
