namespace Assistant.Core.Configuration;

/// <summary>The folder that holds everything the program keeps.</summary>
public static class DataFolder
{
    /// <summary>Name of the environment variable that names the folder.</summary>
    public const string EnvironmentVariable = "ASSISTANT_DATA";

    /// <summary>Finds the folder: the option, else the environment, else the user's local application data.</summary>
    /// <param name="option">The command line's <c>--data</c>, or null.</param>
    /// <returns>Full path; created with mode 0700 when it is missing.</returns>
    /// <exception cref="IOException">The folder cannot be created.</exception>
    /// <exception cref="UnauthorizedAccessException">The folder cannot be created.</exception>
    public static string Open(string? option)
    {
        var path = Path.GetFullPath(FirstNotBlank(option, Environment.GetEnvironmentVariable(EnvironmentVariable)) ?? Default());
        return OwnerOnly.Folder(path);
    }

    /// <summary>The database file of the data folder's own index.</summary>
    public static string IndexPath(string dataFolder) => Path.Combine(dataFolder, "index.db");

    /// <summary>The database file of an index that belongs to one path alone: <c>&lt;data&gt;/adhoc/&lt;hash&gt;.db</c>.</summary>
    public static string AdhocIndexPath(string dataFolder, string articlesPath) =>
        Path.Combine(
            OwnerOnly.Folder(Path.Combine(dataFolder, "adhoc")), $"{ArticleKey.ToId(Path.GetFullPath(articlesPath))}.db");

    private static string? FirstNotBlank(params string?[] values) => Array.Find(values, static value => !string.IsNullOrWhiteSpace(value));

    private static string Default() => Path.Combine(
        Environment.GetFolderPath(Environment.SpecialFolder.LocalApplicationData, Environment.SpecialFolderOption.Create),
        "assistant");
}
