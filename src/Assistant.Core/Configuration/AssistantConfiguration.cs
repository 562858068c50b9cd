using System.ComponentModel.DataAnnotations;
using System.Globalization;
using System.Reflection;
using Microsoft.Extensions.Configuration;

namespace Assistant.Core.Configuration;

/// <summary>The options in force, each with its origin: option, environment, <c>&lt;data&gt;/assistant.json</c>, default.</summary>
public sealed class AssistantConfiguration
{
    private const string FileName = "assistant.json";
    private const string EnvironmentPrefix = "ASSISTANT__";
    private static readonly string[] Origins = [FileName, "environment", "option"];

    private AssistantConfiguration(AssistantOptions options, IReadOnlyList<ConfigurationValue> values)
    {
        Options = options;
        Values = values;
    }

    /// <summary>The options, valid.</summary>
    public AssistantOptions Options { get; }

    /// <summary>Every value by key, in the order of the options' properties.</summary>
    public IReadOnlyList<ConfigurationValue> Values { get; }

    /// <summary>Loads and checks the configuration.</summary>
    /// <param name="dataFolder">Folder that may hold <c>assistant.json</c>.</param>
    /// <param name="commandLine">Values given as options, by key.</param>
    /// <exception cref="ConfigurationException">A key is unknown, or a value is of the wrong type or out of range.</exception>
    public static AssistantConfiguration Load(string dataFolder, IReadOnlyDictionary<string, string?> commandLine)
    {
        try
        {
            var root = new ConfigurationBuilder()
                .AddJsonFile(Path.Combine(dataFolder, FileName), optional: true)
                .AddEnvironmentVariables(EnvironmentPrefix)
                .AddInMemoryCollection(commandLine)
                .Build();
            using var disposable = root as IDisposable;
            var defaults = Flatten(new AssistantOptions(), string.Empty).ToList();
            RefuseUnknown(root, [.. defaults.Select(static value => value.Key)]);
            var options = new AssistantOptions();
            root.Bind(options);
            Validate(options);
            return new AssistantConfiguration(
                options, [.. defaults.Select(value => value with { Origin = OriginOf(root, value.Key) })
                    .Zip(Flatten(options, string.Empty), static (origin, value) => value with { Origin = origin.Origin })]);
        }
        catch (Exception exception) when (exception is InvalidDataException or InvalidOperationException or FormatException)
        {
            throw new ConfigurationException(
                $"The configuration cannot be read: {exception.Message} See 'assistant config' and {FileName}.", exception);
        }
    }

    private static void RefuseUnknown(IConfiguration root, IReadOnlyList<string> known)
    {
        foreach (var (key, value) in root.AsEnumerable())
        {
            var isSection = known.Any(name => name.StartsWith($"{key}:", StringComparison.OrdinalIgnoreCase));
            if (value is null && isSection) continue;
            if (known.Contains(key, StringComparer.OrdinalIgnoreCase)) continue;
            var nearest = known.MinBy(name => EditDistance(name.ToUpperInvariant(), key.ToUpperInvariant()));
            throw new ConfigurationException($"There is no configuration key '{key}'. Did you mean '{nearest}'?");
        }
    }

    private static string OriginOf(IConfigurationRoot root, string key)
    {
        var providers = root.Providers.ToList();
        var index = providers.FindLastIndex(provider => provider.TryGet(key, out var value) && value is not null);
        return index < 0 ? "default" : Origins[index];
    }

    private static IEnumerable<ConfigurationValue> Flatten(object options, string prefix) =>
        options.GetType().GetProperties().SelectMany(property => IsSection(property)
            ? Flatten(property.GetValue(options)!, $"{prefix}{property.Name}:")
            : [new ConfigurationValue($"{prefix}{property.Name}", Shown(property, options), "default")]);

    private static string? Shown(PropertyInfo property, object options)
    {
        var text = Text(property.GetValue(options));
        return text is not null && property.IsDefined(typeof(SecretAttribute)) ? "(secret)" : text;
    }

    private static string? Text(object? value) => Convert.ToString(value, CultureInfo.InvariantCulture) is { Length: > 0 } text ? text : null;

    private static bool IsSection(PropertyInfo property) => property.PropertyType.Name.EndsWith("Options", StringComparison.Ordinal);

    private static void Validate(object options)
    {
        var results = new List<ValidationResult>();
        var isValid = Validator.TryValidateObject(options, new ValidationContext(options), results, validateAllProperties: true);
        if (!isValid)
        {
            throw new ConfigurationException(
                $"The configuration of {options.GetType().Name.Replace("Options", string.Empty, StringComparison.Ordinal)} is invalid: "
                + string.Join(' ', results.Select(static result => result.ErrorMessage)));
        }

        foreach (var property in options.GetType().GetProperties().Where(IsSection)) Validate(property.GetValue(options)!);
    }

    private static int EditDistance(string left, string right)
    {
        var row = Enumerable.Range(0, right.Length + 1).ToArray();
        for (var i = 1; i <= left.Length; i++)
        {
            var diagonal = row[0];
            row[0] = i;
            for (var j = 1; j <= right.Length; j++)
            {
                var substitution = diagonal + (left[i - 1] == right[j - 1] ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.Min(substitution, Math.Min(row[j], row[j - 1]) + 1);
            }
        }

        return row[^1];
    }
}
