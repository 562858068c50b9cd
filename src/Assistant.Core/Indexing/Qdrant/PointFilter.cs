namespace Assistant.Core.Indexing.Qdrant;

/// <summary>Which points are meant. Cannot be empty: an empty filter would mean every point, also when deleting.</summary>
internal sealed record PointFilter
{
    /// <summary>Points that fulfil all of these.</summary>
    /// <exception cref="ArgumentException">There is no condition, or one of them says nothing.</exception>
    public PointFilter(params IReadOnlyList<Condition> must)
    {
        if (must.Count == 0 || must.Any(static condition => !condition.SaysSomething))
            throw new ArgumentException("A filter without a condition would mean every point.", nameof(must));
        Must = must;
    }

    /// <summary>All of these hold.</summary>
    public IReadOnlyList<Condition> Must { get; }

    /// <summary>None of these holds.</summary>
    public IReadOnlyList<Condition>? MustNot { get; init; }
}

/// <summary>One condition: on a payload field, on ids, or made of others.</summary>
internal sealed record Condition
{
    public string? Key { get; init; }

    public Match? Match { get; init; }

    public NumberRange? Range { get; init; }

    public IReadOnlyList<Guid>? HasId { get; init; }

    public IReadOnlyList<Condition>? Must { get; init; }

    public IReadOnlyList<Condition>? Should { get; init; }

    internal bool SaysSomething =>
        (Key is not null && (Match is { Value: not null } or { Any: not null } || Range is not null)) || HasId is not null || Must?.Count > 0 || Should?.Count > 0;

    public static Condition Is(string key, object value) => new() { Key = key, Match = new Match { Value = value } };

    public static Condition IsOneOf(string key, IEnumerable<string> values) => new() { Key = key, Match = new Match { Any = [.. values] } };

    public static Condition Has(IEnumerable<Guid> ids) => new() { HasId = [.. ids] };
}

/// <summary>Equal to a text, whole number or truth value, or one of some texts.</summary>
internal sealed record Match
{
    public object? Value { get; init; }

    public IReadOnlyList<string>? Any { get; init; }
}

/// <summary>Numbers are doubles on the server: whole ones only up to 2^53.</summary>
internal sealed record NumberRange
{
    public long? Gt { get; init; }

    public long? Gte { get; init; }

    public long? Lt { get; init; }
}
