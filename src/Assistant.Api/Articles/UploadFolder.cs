namespace Assistant.Api.Articles;

/// <summary>Where uploads wait to be ingested: <c>&lt;data&gt;/uploads</c>, emptied before the first upload is kept.</summary>
internal sealed class UploadFolder
{
    /// <summary>Makes the folder, empty.</summary>
    /// <param name="dataFolder">The data folder, open to its owner alone.</param>
    public UploadFolder(string dataFolder)
    {
        Path = System.IO.Path.Combine(dataFolder, "uploads");
        if (Directory.Exists(Path)) Directory.Delete(Path, recursive: true);
        Directory.CreateDirectory(Path);
    }

    /// <summary>Full path.</summary>
    public string Path { get; }
}
