using System.ComponentModel.DataAnnotations;

namespace Assistant.Core.Answering;

/// <summary>When to answer and how much to quote.</summary>
public sealed class AnsweringOptions
{
    /// <summary>Least calibrated probability at which an answer is given; null takes the calibration's own threshold.</summary>
    [Range(0.0, 1.0)]
    public double? Threshold { get; set; }

    /// <summary>Most citations in an answer.</summary>
    [Range(1, 10)]
    public int MaxCitations { get; set; } = 3;
}
