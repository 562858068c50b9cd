using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;
using Assistant.Core;

namespace Assistant.Console.Commands;

/// <summary>The options that say which articles may answer.</summary>
internal sealed class FilterOptions
{
    private readonly Option<string[]> _source = new("--source") { Description = "Only articles of this publisher; may be repeated." };
    private readonly Option<DateTimeOffset?> _after = DateOption("--after", "Only articles published on or after this day (yyyy-MM-dd).");
    private readonly Option<DateTimeOffset?> _before = DateOption("--before", "Only articles published before this day (yyyy-MM-dd).");

    /// <summary>Adds the options to a command.</summary>
    public void AddTo(Command command)
    {
        command.Options.Add(_source);
        command.Options.Add(_after);
        command.Options.Add(_before);
    }

    /// <summary>Reads the options.</summary>
    public PassageFilter Read(ParseResult parsed) => new()
    {
        Sources = parsed.GetValue(_source) ?? [],
        PublishedAfter = parsed.GetValue(_after),
        PublishedBefore = parsed.GetValue(_before),
    };

    private static Option<DateTimeOffset?> DateOption(string name, string description) => new(name)
    {
        Description = description,
        CustomParser = Parse,
    };

    private static DateTimeOffset? Parse(ArgumentResult argument)
    {
        var text = argument.Tokens.Count == 1 ? argument.Tokens[0].Value : string.Empty;
        if (DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var date))
            return date.ToUniversalTime();
        argument.AddError($"'{text}' is not a date; write it as yyyy-MM-dd.");
        return null;
    }
}
