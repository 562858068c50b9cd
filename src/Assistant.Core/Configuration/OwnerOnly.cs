namespace Assistant.Core.Configuration;

/// <summary>Files and folders that nobody but their owner may read, where the system knows owners.</summary>
internal static class OwnerOnly
{
    private const UnixFileMode FileMode0600 = UnixFileMode.UserRead | UnixFileMode.UserWrite;

    /// <summary>How to open or create such a file for reading and writing; one that exists keeps its mode.</summary>
    public static FileStreamOptions File(FileMode mode, FileShare share)
    {
        var options = new FileStreamOptions { Mode = mode, Access = FileAccess.ReadWrite, Share = share };
        if (!OperatingSystem.IsWindows()) options.UnixCreateMode = FileMode0600;
        return options;
    }

    /// <summary>Creates such a folder when it is missing.</summary>
    /// <returns>Its full path.</returns>
    public static string Folder(string path) => OperatingSystem.IsWindows()
        ? Directory.CreateDirectory(path).FullName
        : Directory.CreateDirectory(path, FileMode0600 | UnixFileMode.UserExecute).FullName;
}
