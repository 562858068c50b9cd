using System.Runtime.CompilerServices;

namespace Assistant.Inference.Kernels;

/// <summary>Floats that neither move nor straddle a cache line at their start.</summary>
/// <remarks>Owned by the garbage collector: keep the buffer referenced while its pointer is in use.</remarks>
internal sealed unsafe class AlignedBuffer
{
    private const int AlignmentBytes = 64;

    private readonly float[] _storage;
    private readonly int _offset;

    /// <summary>Reserves that many floats, all zero.</summary>
    public AlignedBuffer(int length)
    {
        const int Slack = AlignmentBytes / sizeof(float);
        _storage = GC.AllocateArray<float>(length + Slack, pinned: true);
        float* start = (float*)Unsafe.AsPointer(ref _storage[0]);
        _offset = (int)((AlignmentBytes - ((nuint)start % AlignmentBytes)) % AlignmentBytes / sizeof(float));
        Pointer = start + _offset;
        Length = length;
    }

    /// <summary>A copy of the values.</summary>
    public static AlignedBuffer Of(ReadOnlySpan<float> values)
    {
        var buffer = new AlignedBuffer(values.Length);
        values.CopyTo(buffer.Span);
        return buffer;
    }

    public float* Pointer { get; }

    public int Length { get; }

    public Span<float> Span => _storage.AsSpan(_offset, Length);

    /// <summary>The buffer as rows of that many floats.</summary>
    public MatrixView View(int columns) => new(Pointer, columns);
}
