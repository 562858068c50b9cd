using System.CommandLine;
using Assistant.Console.Rendering;
using Assistant.Core.Configuration;

namespace Assistant.Console.Commands;

/// <summary><c>config</c>: every value in force and where it came from.</summary>
internal static class ConfigCommand
{
    /// <summary>Creates the command.</summary>
    public static Command Create(Option<string?> data)
    {
        var json = new Option<bool>("--json") { Description = "Print the values as JSON." };
        var command = new Command("config", "Shows the configuration and where each value came from.") { json };
        command.SetAction(parsed =>
        {
            var folder = DataFolder.Open(parsed.GetValue(data));
            var values = AssistantConfiguration.Load(folder, new Dictionary<string, string?>()).Values;
            if (parsed.GetValue(json)) JsonOutput.Write(values);
            else Show(folder, values);
            return ExitCode.Success;
        });
        return command;
    }

    private static void Show(string folder, IReadOnlyList<ConfigurationValue> values)
    {
        System.Console.Out.WriteLine($"data folder: {SafeText.OneLine(folder)}");
        var width = values.Max(static value => value.Key.Length);
        foreach (var value in values)
        {
            System.Console.Out.WriteLine(
                $"{value.Key.PadRight(width)}  {SafeText.OneLine(value.Value ?? "(unset)"),-8}  {value.Origin}");
        }
    }
}
