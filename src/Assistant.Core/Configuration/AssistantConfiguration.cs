using System.Collections;
using System.ComponentModel.DataAnnotations;
using System.Globalization;
using System.Reflection;
using Microsoft.Extensions.Configuration;

namespace Assistant.Core.Configuration;

/// <summary>The options in force, each with its origin: option, environment, <c>&lt;data&gt;/assistant.json</c>, default.</summary>
public sealed class AssistantConfiguration
{
    private const string FileName = "assistant.json";
    private const string AnyIndex = "#";
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
            RefuseUnknown(root, [.. KeysOf(typeof(AssistantOptions), string.Empty)]);
            var options = new AssistantOptions();
            // Else an entry of a list that is no good would be left out without a word.
            root.Bind(options, static binder => binder.ErrorOnUnknownConfiguration = true);
            Validate(options);
            return new AssistantConfiguration(
                options, [.. Flatten(options, string.Empty).Select(value => value with { Origin = OriginOf(root, value.Key) })]);
        }
        catch (Exception exception) when (exception is InvalidDataException or InvalidOperationException or FormatException)
        {
            var cause = exception.InnerException as InvalidOperationException ?? exception;
            throw new ConfigurationException(
                $"The configuration cannot be read: {cause.Message} See 'assistant config' and {FileName}.", exception);
        }
    }

    private static void RefuseUnknown(IConfiguration root, IReadOnlyList<string> known)
    {
        foreach (var (key, value) in root.AsEnumerable())
        {
            var name = string.Join(':', key.Split(':').Select(static part => part.All(char.IsAsciiDigit) ? AnyIndex : part));
            var isSection = known.Any(other => other.StartsWith($"{name}:", StringComparison.OrdinalIgnoreCase));
            if (string.IsNullOrEmpty(value) && isSection) continue;
            if (known.Contains(name, StringComparer.OrdinalIgnoreCase)) continue;
            var nearest = known.MinBy(other => EditDistance(other.ToUpperInvariant(), name.ToUpperInvariant()))!;
            throw new ConfigurationException(
                $"There is no configuration key '{key}'. Did you mean '{nearest.Replace(AnyIndex, "0", StringComparison.Ordinal)}'?");
        }
    }

    /// <summary>Every key there can be; the index into a list as <see cref="AnyIndex"/>.</summary>
    private static IEnumerable<string> KeysOf(Type type, string prefix) =>
        type.GetProperties().SelectMany(property => property switch
        {
            _ when IsSection(property.PropertyType) => KeysOf(property.PropertyType, $"{prefix}{property.Name}:"),
            _ when ItemOf(property) is { } item => KeysOf(item, $"{prefix}{property.Name}:{AnyIndex}:"),
            _ => [$"{prefix}{property.Name}"],
        });

    private static string OriginOf(IConfigurationRoot root, string key)
    {
        var providers = root.Providers.ToList();
        var index = providers.FindLastIndex(provider => provider.TryGet(key, out var value) && value is not null);
        return index < 0 ? "default" : Origins[index];
    }

    private static IEnumerable<ConfigurationValue> Flatten(object options, string prefix) =>
        options.GetType().GetProperties().SelectMany(property => property switch
        {
            _ when IsSection(property.PropertyType) => Flatten(property.GetValue(options)!, $"{prefix}{property.Name}:"),
            _ when ItemOf(property) is not null => Items(property, options)
                .SelectMany((item, index) => Flatten(item, string.Create(CultureInfo.InvariantCulture, $"{prefix}{property.Name}:{index}:"))),
            _ => [new ConfigurationValue($"{prefix}{property.Name}", Shown(property, options), "default")],
        });

    private static IEnumerable<object> Items(PropertyInfo property, object options) => ((IEnumerable)property.GetValue(options)!).Cast<object>();

    /// <summary>What a list of options holds; null for a property that is no such list.</summary>
    private static Type? ItemOf(PropertyInfo property) =>
        property.PropertyType is { IsGenericType: true } type && IsSection(type.GenericTypeArguments[0]) ? type.GenericTypeArguments[0] : null;

    private static string? Shown(PropertyInfo property, object options)
    {
        var text = Text(property.GetValue(options));
        return text is not null && property.IsDefined(typeof(SecretAttribute)) ? "(secret)" : text;
    }

    private static string? Text(object? value) => Convert.ToString(value, CultureInfo.InvariantCulture) is { Length: > 0 } text ? text : null;

    private static bool IsSection(Type type) => type.Name.EndsWith("Options", StringComparison.Ordinal);

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

        foreach (var property in options.GetType().GetProperties())
        {
            if (IsSection(property.PropertyType)) Validate(property.GetValue(options)!);
            if (ItemOf(property) is null) continue;
            foreach (var item in Items(property, options)) Validate(item);
        }
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
