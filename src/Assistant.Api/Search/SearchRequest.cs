using System.ComponentModel;
using System.Text.Json.Serialization;

namespace Assistant.Api.Search;

/// <summary>A search for passages.</summary>
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
internal sealed record SearchRequest
{
    /// <summary>What to look for; at most 2000 characters.</summary>
    public required string Query { get; init; }

    /// <summary>Which articles may be searched.</summary>
    public FilterRequest? Filters { get; init; }

    /// <summary>Most passages, 1 to 100.</summary>
    [DefaultValue(10)]
    public int? Limit { get; init; }
}
