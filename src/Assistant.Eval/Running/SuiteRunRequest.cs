using Assistant.Core.Indexing;

namespace Assistant.Eval.Running;

/// <summary>What is to be run.</summary>
internal sealed record SuiteRunRequest
{
    /// <summary>The suite's folder.</summary>
    public required string SuitePath { get; init; }

    /// <summary>Most questions; null for all.</summary>
    public int? Limit { get; init; }

    /// <summary><c>dev</c> or <c>test</c>; null for both.</summary>
    public string? Split { get; init; }

    /// <summary>Least confidence that is answered; null for the product's own.</summary>
    public double? Threshold { get; init; }

    /// <summary>True to go on from an interrupted run.</summary>
    public bool IsResumed { get; init; }

    /// <summary>Folder that holds the index and the partial run.</summary>
    public required string DataFolder { get; init; }

    /// <summary>The options that change results, by name.</summary>
    public SortedDictionary<string, string> Options(IndexKind kind)
    {
        var options = new SortedDictionary<string, string>(StringComparer.Ordinal);
        var culture = System.Globalization.CultureInfo.InvariantCulture;
        if (Limit is { } limit) options["limit"] = limit.ToString(culture);
        if (Split is not null) options["split"] = Split;
        if (kind != IndexKind.Embedded) options["index"] = kind.ToString();
        if (Threshold is { } threshold) options["threshold"] = threshold.ToString(culture);
        return options;
    }
}
