namespace Assistant.Api;

/// <summary>Reads the options of the assistant from a command line; the others are the web host's own.</summary>
internal static class CommandLineValues
{
    private static readonly string[] WebHostSections = ["Logging:", "Kestrel:"];

    /// <summary>The values of <c>--Section:Key=value</c> and <c>--Section:Key value</c>, by key.</summary>
    public static IReadOnlyDictionary<string, string?> Of(IReadOnlyList<string> arguments)
    {
        var values = new Dictionary<string, string?>(StringComparer.OrdinalIgnoreCase);
        foreach (var (argument, next) in arguments.Zip(arguments.Skip(1).Append(string.Empty)))
        {
            if (!argument.StartsWith("--", StringComparison.Ordinal)) continue;
            var (name, value) = Split(argument[2..]);
            if (IsOurs(name)) values[name] = value ?? next;
        }

        return values;
    }

    private static bool IsOurs(string name) =>
        name.Contains(':', StringComparison.Ordinal)
        && !Array.Exists(WebHostSections, section => name.StartsWith(section, StringComparison.OrdinalIgnoreCase));

    private static (string Name, string? Value) Split(string argument)
    {
        var at = argument.IndexOf('=', StringComparison.Ordinal);
        return at < 0 ? (argument, null) : (argument[..at], argument[(at + 1)..]);
    }
}
