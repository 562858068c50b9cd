namespace Assistant.Core.Prompts;

/// <summary>The prompts that come with the program, read and checked.</summary>
/// <param name="Answer">Writes an answer from passages.</param>
/// <param name="RewriteQuestion">Makes a follow-up stand alone.</param>
public sealed record PromptLibrary(PromptTemplate Answer, PromptTemplate RewriteQuestion)
{
    /// <summary>Reads all prompts.</summary>
    /// <exception cref="InvalidDataException">A prompt is missing or cannot be used.</exception>
    public static PromptLibrary Load() => new(Read("answer.yaml"), Read("rewrite-question.yaml"));

    private static PromptTemplate Read(string name)
    {
        using var stream = typeof(PromptLibrary).Assembly.GetManifestResourceStream($"prompts/{name}")
            ?? throw new InvalidDataException($"The prompt {name} is not compiled in; build the project again.");
        using var reader = new StreamReader(stream);
        return PromptTemplate.Parse(reader.ReadToEnd());
    }
}
