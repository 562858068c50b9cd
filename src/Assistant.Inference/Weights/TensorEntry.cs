namespace Assistant.Inference.Weights;

/// <summary>Where a tensor lies and what it is.</summary>
/// <param name="Type">As in the format: <c>F32</c>, <c>I8</c>, …</param>
/// <param name="Shape">Row-major.</param>
/// <param name="Start">Bytes from the start of the data.</param>
internal sealed record TensorEntry(string Type, int[] Shape, long Start);
