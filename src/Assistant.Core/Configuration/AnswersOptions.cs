using System.ComponentModel.DataAnnotations;

namespace Assistant.Core.Configuration;

/// <summary>How long answers given by the API are kept.</summary>
public sealed class AnswersOptions
{
    /// <summary>Days that an answer is kept; 0 keeps none.</summary>
    [Range(0, 3650)]
    public int KeepDays { get; set; } = 30;

    /// <summary>Most answers kept; the oldest go first.</summary>
    [Range(1, 1_000_000)]
    public int KeepCount { get; set; } = 10_000;
}
