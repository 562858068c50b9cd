using HandlebarsDotNet;

namespace Assistant.Core.Prompts;

/// <summary>Escapes values for the place between two message tags, and takes the escapes out again.</summary>
/// <remarks>Thread-safe. Escaping and decoding give back the same characters, whatever they are.</remarks>
internal sealed class XmlText : ITextEncoder
{
    /// <inheritdoc/>
    public void Encode(System.Text.StringBuilder? text, TextWriter target) => Encode(text?.ToString(), target);

    /// <inheritdoc/>
    public void Encode(string? text, TextWriter target)
    {
        foreach (var character in text ?? string.Empty) Write(character, target);
    }

    /// <inheritdoc/>
    public void Encode<T>(T? text, TextWriter target)
        where T : IEnumerator<char>
    {
        while (text?.MoveNext() == true) Write(text.Current, target);
    }

    /// <summary>Takes the escapes out.</summary>
    public static string Decode(string text) => text
        .Replace("&lt;", "<", StringComparison.Ordinal).Replace("&gt;", ">", StringComparison.Ordinal)
        .Replace("&quot;", "\"", StringComparison.Ordinal).Replace("&#123;", "{", StringComparison.Ordinal)
        .Replace("&amp;", "&", StringComparison.Ordinal);

    private static void Write(char character, TextWriter target)
    {
        switch (character)
        {
            case '&': target.Write("&amp;"); break;
            case '<': target.Write("&lt;"); break;
            case '>': target.Write("&gt;"); break;
            case '"': target.Write("&quot;"); break;
            case '{': target.Write("&#123;"); break;
            default: target.Write(character); break;
        }
    }
}
