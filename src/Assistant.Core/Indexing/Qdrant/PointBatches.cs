using System.Buffers;

namespace Assistant.Core.Indexing.Qdrant;

/// <summary>Cuts points into bodies of at most 128 points or 4 MB; a larger point goes alone.</summary>
/// <remarks>The server takes 32 MB and advises under 5.</remarks>
internal static class PointBatches
{
    public const int MostPoints = 128;
    public const int MostBytes = 4 * 1024 * 1024;

    private static ReadOnlySpan<byte> Prefix => "{\"points\":["u8;

    private static ReadOnlySpan<byte> Suffix => "]}"u8;

    /// <param name="points">Each as JSON.</param>
    /// <returns>Lists of the same points in the same order, none empty.</returns>
    public static IEnumerable<IReadOnlyList<byte[]>> Cut(IEnumerable<byte[]> points)
    {
        var batch = new List<byte[]>(MostPoints);
        var bytes = 0L;
        foreach (var point in points)
        {
            if (batch.Count == MostPoints || (batch.Count > 0 && bytes + point.Length > MostBytes))
            {
                yield return batch;
                batch = new List<byte[]>(MostPoints);
                bytes = 0;
            }

            batch.Add(point);
            bytes += point.Length;
        }

        if (batch.Count > 0) yield return batch;
    }

    /// <summary>The body of an upsert.</summary>
    public static ReadOnlyMemory<byte> ToBody(IReadOnlyList<byte[]> points)
    {
        var body = new ArrayBufferWriter<byte>(Prefix.Length + Suffix.Length + points.Sum(static point => point.Length + 1));
        body.Write(Prefix);
        for (var i = 0; i < points.Count; i++)
        {
            if (i > 0) body.Write(","u8);
            body.Write(points[i]);
        }

        body.Write(Suffix);
        return body.WrittenMemory;
    }
}
