namespace Assistant.Core.Indexing.Qdrant;

/// <summary>The server's version and what it decides: older servers ignore what they do not know, in silence.</summary>
internal sealed record QdrantVersion(int Major, int Minor, int Patch)
{
    private static readonly char[] Suffixes = ['-', '+'];
    private static readonly QdrantVersion Oldest = new(1, 16, 0);

    /// <summary>Writes take a time limit and tell when they were not applied within it.</summary>
    public bool HasWriteTimeout => IsAtLeast(1, 17);

    /// <summary>Placement in memory is said by <c>memory</c>; before by <c>on_disk</c> and <c>always_ram</c>.</summary>
    public bool HasMemoryPlacement => IsAtLeast(1, 19);

    public bool IsSupported => IsAtLeast(Oldest.Major, Oldest.Minor);

    /// <summary>Reads "1.19.0" and "1.17.0-dev"; null for anything else.</summary>
    public static QdrantVersion? Parse(string? text)
    {
        var core = text?.Split(Suffixes)[0];
        return Version.TryParse(core, out var version)
            ? new QdrantVersion(version.Major, version.Minor, Math.Max(version.Build, 0)) : null;
    }

    public override string ToString() => $"{Major}.{Minor}.{Patch}";

    /// <exception cref="IndexException">The version is unknown or too old.</exception>
    public static QdrantVersion Require(string? text, string host) => Parse(text) is { IsSupported: true } version
        ? version
        : throw new IndexException(
            IndexFailure.Unavailable,
            $"The server at {host} is Qdrant {text ?? "of an unknown version"}; this program needs {Oldest} or later, because older ones "
            + "ignore conditions on writes. Upgrade it one minor version at a time.");

    private bool IsAtLeast(int major, int minor) => Major > major || (Major == major && Minor >= minor);
}
