namespace Assistant.Core.Answering.Checking;

/// <summary>Which words are opposites, and which may stand for each other: general English and common knowledge.</summary>
/// <remarks>Kept as text files in <c>Words</c>, a group a line.</remarks>
internal static class WordGroups
{
    /// <summary>Opposites: a sentence with one of them does not follow from a passage that has only the other.</summary>
    public static IReadOnlyList<(string[] Left, string[] Right)> Opposites { get; } =
        [.. Lines("opposites.txt").Select(static line => line.Split(" : ")).Select(static sides => (sides[0].Split(' '), sides[1].Split(' ')))];

    /// <summary>Groups of words that may stand for each other in a paraphrase.</summary>
    public static IReadOnlyList<string[]> Synonyms { get; } = Groups("synonyms.txt");

    /// <summary>Names of the same thing: a country with its adjective, people and, as in news, its capital.</summary>
    public static IReadOnlyList<string[]> Aliases { get; } = Groups("aliases.txt");

    /// <summary>Words with the forms of theirs that no ending makes.</summary>
    public static IReadOnlyList<string[]> Irregular { get; } = Groups("irregular.txt");

    /// <summary>Verbs with their particles, and a word that says the same.</summary>
    public static IReadOnlyList<(string[] Words, string Meaning)> Phrases { get; } =
        [.. Lines("phrases.txt").Select(static line => line.Split(" : ")).Select(static sides => (sides[0].Split(' '), sides[1]))];

    private static IReadOnlyList<string[]> Groups(string name) => [.. Lines(name).Select(static line => line.Split(' '))];

    private static IEnumerable<string> Lines(string name)
    {
        using var stream = typeof(WordGroups).Assembly.GetManifestResourceStream($"words/{name}")
            ?? throw new InvalidDataException($"The program is incomplete: the word list {name} is missing.");
        using var reader = new StreamReader(stream);
        while (reader.ReadLine() is { } line) yield return line;
    }
}
