using System.Runtime.InteropServices;

namespace Assistant.Tests;

/// <summary>Runs file operations with the rights of nobody on Linux, so that modes count for root too.</summary>
/// <remarks>Linux keeps the file system's user for each thread: the action runs on one that then ends.</remarks>
internal static partial class Unprivileged
{
    private const uint Nobody = 65534;

    public static T Run<T>(Func<T> action)
    {
        T result = default!;
        var thread = new Thread(() =>
        {
            _ = SetFileSystemUser(Nobody);
            result = action();
        });
        thread.Start();
        thread.Join();
        return result;
    }

    [LibraryImport("libc", EntryPoint = "setfsuid")]
    private static partial int SetFileSystemUser(uint user);
}
