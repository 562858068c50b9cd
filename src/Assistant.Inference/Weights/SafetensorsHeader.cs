using System.Buffers.Binary;
using System.Text.Json;

namespace Assistant.Inference.Weights;

/// <summary>The table of contents of a safetensors file.</summary>
/// <param name="Tensors">By name.</param>
/// <param name="DataStart">Bytes from the start of the file to the data.</param>
internal sealed record SafetensorsHeader(Dictionary<string, TensorEntry> Tensors, long DataStart)
{
    private const int LengthBytes = 8;
    private const long LimitBytes = 100_000_000;

    /// <summary>Reads and checks the header of a file in memory.</summary>
    /// <param name="file">Its first byte.</param>
    /// <param name="fileBytes">Its length.</param>
    /// <param name="path">Its name for messages.</param>
    /// <exception cref="InvalidDataException">The file is cut off or not in this format.</exception>
    public static unsafe SafetensorsHeader Read(byte* file, long fileBytes, string path)
    {
        if (fileBytes < LengthBytes) throw Broken(path, $"it has only {fileBytes} bytes");
        ulong length = BinaryPrimitives.ReadUInt64LittleEndian(new ReadOnlySpan<byte>(file, LengthBytes));
        if (length > LimitBytes || (long)length > fileBytes - LengthBytes)
        {
            throw Broken(path, $"its header claims {length} bytes, the file has {fileBytes}");
        }

        long dataStart = LengthBytes + (long)length;
        using var json = new UnmanagedMemoryStream(file + LengthBytes, (long)length);
        try
        {
            using JsonDocument header = JsonDocument.Parse(json);
            return new SafetensorsHeader(ReadTensors(header.RootElement, fileBytes - dataStart, path), dataStart);
        }
        catch (Exception exception) when (exception is JsonException or InvalidOperationException or KeyNotFoundException
            or FormatException)
        {
            throw new InvalidDataException(Broken(path, "its header is not the JSON that it should be").Message, exception);
        }
    }

    /// <summary>An error that says what is wrong and what to do.</summary>
    public static InvalidDataException Broken(string path, string what) =>
        new($"{path} does not hold the weights of this model: {what}. Copy the model's model.safetensors there again.");

    private static Dictionary<string, TensorEntry> ReadTensors(JsonElement header, long dataBytes, string path)
    {
        var tensors = new Dictionary<string, TensorEntry>(StringComparer.Ordinal);
        foreach (JsonProperty property in header.EnumerateObject())
        {
            if (property.NameEquals("__metadata__")) continue;
            JsonElement offsets = property.Value.GetProperty("data_offsets");
            string type = property.Value.GetProperty("dtype").GetString() ?? "";
            int[] shape = [.. property.Value.GetProperty("shape").EnumerateArray().Select(size => size.GetInt32())];
            long start = offsets[0].GetInt64();
            long end = offsets[1].GetInt64();
            if (start < 0 || end < start || end > dataBytes || (end - start) != Bytes(type, shape))
            {
                throw Broken(path, $"the tensor {property.Name} reaches from byte {start} to {end} of {dataBytes}, "
                    + $"which is no {type} [{string.Join(", ", shape)}] inside the file");
            }

            tensors[property.Name] = new TensorEntry(type, shape, start);
        }

        return tensors;
    }

    private static long Bytes(string type, int[] shape) =>
        shape.Aggregate(type switch { "F32" => 4L, "I8" => 1L, _ => 0L }, (bytes, size) => bytes * Math.Max(size, 0));
}
