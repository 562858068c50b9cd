namespace Assistant.Inference.Kernels;

/// <summary>Row-major floats somewhere in a pinned buffer.</summary>
/// <param name="data">First element of the first row.</param>
/// <param name="stride">Floats from one row to the next; 0 repeats one row.</param>
internal readonly unsafe struct MatrixView(float* data, int stride)
{
    public readonly float* Data = data;
    public readonly int Stride = stride;

    public float* Row(int row) => Data + ((nint)row * Stride);

    /// <summary>The same rows from another place on.</summary>
    public MatrixView From(int row, int column) => new(Row(row) + column, Stride);

    /// <summary>The first elements of a row.</summary>
    public Span<float> RowSpan(int row, int width) => new(Row(row), width);
}
