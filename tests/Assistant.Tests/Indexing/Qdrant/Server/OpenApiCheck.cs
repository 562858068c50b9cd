using System.Globalization;
using System.Text.Json;

namespace Assistant.Tests.Indexing.Qdrant.Server;

/// <summary>Checks requests against Qdrant's OpenAPI description. A property that is not described is an error.</summary>
/// <remarks>The real server ignores unknown properties, so a misspelt one would only show in wrong results.</remarks>
internal sealed class OpenApiCheck : IDisposable
{
    private const string RefPrefix = "#/components/schemas/";

    private readonly JsonDocument _document;
    private readonly JsonElement _schemas;

    public OpenApiCheck(string path)
    {
        _document = JsonDocument.Parse(File.ReadAllText(path));
        _schemas = _document.RootElement.GetProperty("components").GetProperty("schemas");
    }

    public void Dispose() => _document.Dispose();

    /// <summary>What is wrong with a request; null when it is described so.</summary>
    public string? FindProblem(string method, string path, IEnumerable<string> queryNames, JsonElement body)
    {
        if (FindOperation(method, path) is not { } operation) return $"{method} {path} is not described";
        var parameters = operation.TryGetProperty("parameters", out var list)
            ? list.EnumerateArray().Select(static one => one.GetProperty("name").GetString()).ToHashSet() : [];
        var unknown = queryNames.FirstOrDefault(name => !parameters.Contains(name));
        if (unknown is not null) return $"{method} {path} has no parameter '{unknown}'";
        if (!operation.TryGetProperty("requestBody", out var request))
            return body.IsSet() ? $"{method} {path} takes no body" : null;
        var schema = request.GetProperty("content").GetProperty("application/json").GetProperty("schema");
        return FindProblem(schema, body, "body");
    }

    /// <summary>What is wrong with a value of a named schema; null when nothing is.</summary>
    public string? FindProblem(string schema, JsonElement value) => FindProblem(_schemas.GetProperty(schema), value, schema);

    private JsonElement? FindOperation(string method, string path)
    {
        var parts = path.Split('/');
        foreach (var one in _document.RootElement.GetProperty("paths").EnumerateObject())
        {
            var wanted = one.Name.Split('/');
            var isSame = wanted.Length == parts.Length
                && wanted.Zip(parts).All(static pair => pair.First.StartsWith('{') || pair.First == pair.Second);
            if (isSame && one.Value.TryGetProperty(method.ToLowerInvariant(), out var operation)) return operation;
        }

        return null;
    }

    private string? FindProblem(JsonElement schema, JsonElement value, string where)
    {
        if (schema.TryGetProperty("$ref", out var reference))
            return FindProblem(_schemas.GetProperty(reference.GetString()![RefPrefix.Length..]), value, where);
        foreach (var choice in new[] { "anyOf", "oneOf" })
            if (schema.TryGetProperty(choice, out var branches)) return FindInBranches(branches, value, where);
        if (schema.TryGetProperty("nullable", out var nullable) && nullable.GetBoolean() && value.ValueKind == JsonValueKind.Null) return null;
        if (schema.TryGetProperty("type", out var type)) return FindInTyped(type.GetString(), schema, value, where);
        return schema.TryGetProperty("nullable", out _) ? $"{where} is not null" : null;
    }

    private string? FindInTyped(string? type, JsonElement schema, JsonElement value, string where) =>
        type switch
        {
            "object" => FindInObject(schema, value, where),
            "array" => FindInArray(schema, value, where),
            "string" => FindInString(schema, value, where),
            "integer" when !IsWhole(value) => $"{where} is not a whole number",
            "integer" or "number" => FindInNumber(schema, value, where),
            "boolean" => value.ValueKind is JsonValueKind.True or JsonValueKind.False ? null : $"{where} is not a truth value",
            _ => $"{where}: type '{type}' is not modelled",
        };

    private static bool IsWhole(JsonElement value) =>
        value.ValueKind == JsonValueKind.Number && (value.TryGetInt64(out _) || value.TryGetUInt64(out _));

    private string? FindInBranches(JsonElement branches, JsonElement value, string where)
    {
        var problems = new List<string>();
        foreach (var branch in branches.EnumerateArray())
        {
            if (FindProblem(branch, value, where) is not { } problem) return null;
            problems.Add(problem);
        }

        return problems.MaxBy(static problem => problem.IndexOf(' ', StringComparison.Ordinal));
    }

    private string? FindInObject(JsonElement schema, JsonElement value, string where)
    {
        if (value.ValueKind != JsonValueKind.Object) return $"{where} is not an object";
        if (schema.TryGetProperty("required", out var required))
        {
            var missing = required.EnumerateArray().Select(static name => name.GetString()!).FirstOrDefault(name => !value.TryGetProperty(name, out _));
            if (missing is not null) return $"{where}.{missing} is missing";
        }

        var hasProperties = schema.TryGetProperty("properties", out var properties);
        var isOpen = schema.TryGetProperty("additionalProperties", out var additional) && additional.ValueKind != JsonValueKind.False;
        foreach (var property in value.EnumerateObject())
        {
            string? problem = null;
            if (hasProperties && properties.TryGetProperty(property.Name, out var known)) problem = FindProblem(known, property.Value, $"{where}.{property.Name}");
            else if (!isOpen) problem = $"{where}.{property.Name} is unknown";
            else if (additional.ValueKind == JsonValueKind.Object) problem = FindProblem(additional, property.Value, $"{where}.{property.Name}");
            if (problem is not null) return problem;
        }

        return null;
    }

    private string? FindInArray(JsonElement schema, JsonElement value, string where)
    {
        if (value.ValueKind != JsonValueKind.Array) return $"{where} is not an array";
        var items = schema.GetProperty("items");
        var index = 0;
        foreach (var item in value.EnumerateArray())
            if (FindProblem(items, item, string.Create(CultureInfo.InvariantCulture, $"{where}[{index++}]")) is { } problem) return problem;
        if (schema.TryGetProperty("uniqueItems", out var unique) && unique.GetBoolean()
            && value.EnumerateArray().Select(static item => item.GetRawText()).Distinct().Count() != index)
        {
            return $"{where} names something twice";
        }

        return null;
    }

    private static string? FindInString(JsonElement schema, JsonElement value, string where)
    {
        if (value.ValueKind != JsonValueKind.String) return $"{where} is not a text";
        if (schema.TryGetProperty("enum", out var allowed) && allowed.EnumerateArray().All(one => one.GetString() != value.GetString()))
            return $"{where} is none of the allowed values";
        return schema.TryGetProperty("format", out var format) && format.GetString() == "uuid" && !Guid.TryParse(value.GetString(), out _)
            ? $"{where} is not a UUID" : null;
    }

    private static string? FindInNumber(JsonElement schema, JsonElement value, string where)
    {
        if (value.ValueKind != JsonValueKind.Number) return $"{where} is not a number";
        var isBelow = schema.TryGetProperty("minimum", out var minimum) && value.GetDouble() < minimum.GetDouble();
        var isAbove = schema.TryGetProperty("maximum", out var maximum) && value.GetDouble() > maximum.GetDouble();
        return isBelow || isAbove ? $"{where} is out of range" : null;
    }
}
