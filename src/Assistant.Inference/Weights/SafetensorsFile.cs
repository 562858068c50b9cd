using System.IO.MemoryMappedFiles;

namespace Assistant.Inference.Weights;

/// <summary>Named tensors in a memory-mapped file.</summary>
/// <remarks>
/// Source: github.com/huggingface/safetensors: the header's length (8 bytes, little endian), a JSON header, the data.
/// The mapping lives as long as this object: keep it referenced while pointers into it are in use. Thread-safe.
/// </remarks>
internal sealed unsafe class SafetensorsFile
{
    private readonly string _path;
    private readonly MemoryMappedViewAccessor _view;
    private readonly byte* _data;
    private readonly Dictionary<string, TensorEntry> _tensors;

    private SafetensorsFile(string path, MemoryMappedViewAccessor view, long fileBytes)
    {
        _path = path;
        _view = view;
        byte* start = null;
        _view.SafeMemoryMappedViewHandle.AcquirePointer(ref start);
        start += _view.PointerOffset;
        SafetensorsHeader header = SafetensorsHeader.Read(start, fileBytes, path);
        _tensors = header.Tensors;
        _data = start + header.DataStart;
    }

    /// <summary>Lets go of the mapping once nobody can hold a pointer into it.</summary>
    ~SafetensorsFile() => _view.SafeMemoryMappedViewHandle.ReleasePointer();

    /// <summary>Maps a file and checks that every tensor lies inside it.</summary>
    /// <exception cref="FileNotFoundException">There is no such file.</exception>
    /// <exception cref="InvalidDataException">The file is cut off or not in this format.</exception>
    public static SafetensorsFile Open(string path)
    {
        if (!File.Exists(path))
        {
            throw new FileNotFoundException($"The weights {path} are missing. Copy the model's model.safetensors there.", path);
        }

        long bytes = new FileInfo(path).Length;
        if (bytes == 0) throw SafetensorsHeader.Broken(path, "it is empty");
        using var file = MemoryMappedFile.CreateFromFile(path, FileMode.Open, null, 0, MemoryMappedFileAccess.Read);
        return new SafetensorsFile(path, file.CreateViewAccessor(0, bytes, MemoryMappedFileAccess.Read), bytes);
    }

    /// <summary>Copies a tensor of floats.</summary>
    /// <exception cref="InvalidDataException">The tensor is missing or has another type or shape.</exception>
    public float[] Floats(string name, params ReadOnlySpan<int> shape)
    {
        int length = 1;
        foreach (int size in shape) length *= size;
        return new ReadOnlySpan<float>(Locate(name, "F32", shape), length).ToArray();
    }

    /// <summary>A matrix of bytes and its scales, left where they are.</summary>
    /// <exception cref="InvalidDataException">A tensor is missing or has another type or shape.</exception>
    public QuantizedMatrix Quantized(string name, int rows, int columns) => new(
        (sbyte*)Locate(name, "I8", [rows, columns]), (float*)Locate(name + "_scale", "F32", [rows]), rows, columns);

    private byte* Locate(string name, string type, ReadOnlySpan<int> shape)
    {
        if (!_tensors.TryGetValue(name, out TensorEntry? entry))
        {
            throw SafetensorsHeader.Broken(_path, $"the tensor {name} is missing");
        }

        if (entry.Type != type || !shape.SequenceEqual(entry.Shape))
        {
            string found = $"{entry.Type} [{string.Join(", ", entry.Shape)}]";
            string wanted = $"{type} [{string.Join(", ", shape.ToArray())}]";
            throw SafetensorsHeader.Broken(_path, $"the tensor {name} is {found}, the model needs {wanted}");
        }

        return _data + entry.Start;
    }
}
