namespace Assistant.Inference.Weights;

/// <summary>A matrix of bytes with one scale for each row, inside a mapped file.</summary>
/// <param name="values"><c>[rows, columns]</c>.</param>
/// <param name="scales"><c>[rows]</c>; an element is its byte times its row's scale.</param>
/// <param name="rows">Outputs of a linear layer, or entries of an embedding table.</param>
/// <param name="columns">Inputs of a linear layer, or dimensions of an embedding.</param>
internal readonly unsafe struct QuantizedMatrix(sbyte* values, float* scales, int rows, int columns)
{
    public readonly sbyte* Values = values;
    public readonly float* Scales = scales;
    public readonly int Rows = rows;
    public readonly int Columns = columns;
}
