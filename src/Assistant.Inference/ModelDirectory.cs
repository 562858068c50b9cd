namespace Assistant.Inference;

/// <summary>Finds the weights that are shipped beside the program.</summary>
public static class ModelDirectory
{
    /// <summary>The folder of a model, <c>Models/&lt;name&gt;</c> beside the program.</summary>
    /// <param name="name">Such as <c>reader</c>.</param>
    /// <returns>An absolute path.</returns>
    /// <exception cref="DirectoryNotFoundException">There is no such folder.</exception>
    public static string Find(string name)
    {
        string path = Path.Combine(AppContext.BaseDirectory, "Models", name);
        return Directory.Exists(path)
            ? path
            : throw new DirectoryNotFoundException(
                $"The model folder {path} is missing. Build the program again, or copy the folder {name} of the source's Models there.");
    }
}
