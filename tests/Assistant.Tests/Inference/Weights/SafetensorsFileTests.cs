using Assistant.Inference.Weights;

namespace Assistant.Tests.Inference.Weights;

public sealed unsafe class SafetensorsFileTests : IDisposable
{
    private const string Header = """
        {"__metadata__":{"format":"test"},
         "a":{"dtype":"F32","shape":[2],"data_offsets":[0,8]},
         "w":{"dtype":"I8","shape":[2,3],"data_offsets":[8,14]},
         "w_scale":{"dtype":"F32","shape":[2],"data_offsets":[14,22]}}
        """;

    private static readonly byte[] Content =
        [.. BitConverter.GetBytes(1.5f), .. BitConverter.GetBytes(-2f), 1, 2, 3, 0xFF, 0xFE, 0x80,
            .. BitConverter.GetBytes(0.5f), .. BitConverter.GetBytes(2f)];

    private readonly string _path = Path.GetTempFileName();

    public void Dispose() => File.Delete(_path);

    [Fact]
    public void Reads_floats_and_quantised_rows_in_place()
    {
        SafetensorsFile file = Write(Header, Content);
        Assert.Equal([1.5f, -2f], file.Floats("a", 2));
        QuantizedMatrix matrix = file.Quantized("w", 2, 3);
        Assert.Equal([1, 2, 3, -1, -2, -128], new ReadOnlySpan<sbyte>(matrix.Values, 6).ToArray());
        Assert.Equal([0.5f, 2f], new ReadOnlySpan<float>(matrix.Scales, 2).ToArray());
        GC.KeepAlive(file);
    }

    [Fact]
    public void A_missing_file_is_named()
    {
        File.Delete(_path);
        var exception = Assert.Throws<FileNotFoundException>(() => SafetensorsFile.Open(_path));
        Assert.Contains(_path, exception.Message, StringComparison.Ordinal);
        Assert.Contains("Copy the model's model.safetensors", exception.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("missing", "the tensor missing is missing")]
    [InlineData("w", "the tensor w is I8 [2, 3], the model needs F32 [2]")]
    public void A_tensor_that_is_not_there_or_of_another_type_is_named(string name, string reason) =>
        AssertBroken(reason, () => Write(Header, Content).Floats(name, 2));

    [Fact]
    public void A_tensor_of_another_shape_is_named() =>
        AssertBroken("the tensor w is I8 [2, 3], the model needs I8 [3, 2]", () => Write(Header, Content).Quantized("w", 3, 2));

    [Fact]
    public void A_file_that_is_cut_off_is_refused() =>
        AssertBroken("the tensor w_scale reaches from byte 14 to 22 of 21", () => Write(Header, Content[..^1]));

    [Theory]
    [InlineData("""{"a":{"dtype":"F32","shape":[3],"data_offsets":[0,8]}}""", "the tensor a reaches")]
    [InlineData("""{"a":{"dtype":"F32","shape":[2],"data_offsets":[-8,0]}}""", "the tensor a reaches")]
    [InlineData("""{"a":{"dtype":"F32","shape":[-2],"data_offsets":[0,8]}}""", "the tensor a reaches")]
    [InlineData("""{"a":{"dtype":"BF16","shape":[2],"data_offsets":[0,4]}}""", "the tensor a reaches")]
    [InlineData("""{"a":{"shape":[2],"data_offsets":[0,8]}}""", "not the JSON")]
    [InlineData("""{"a":7}""", "not the JSON")]
    [InlineData("[]", "not the JSON")]
    [InlineData("{", "not the JSON")]
    public void A_header_that_contradicts_the_file_is_refused(string header, string reason) =>
        AssertBroken(reason, () => Write(header, Content));

    [Theory]
    [InlineData(new byte[0], "empty")]
    [InlineData(new byte[] { 1, 0, 0 }, "only 3 bytes")]
    [InlineData(new byte[] { 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF }, "header claims")]
    [InlineData(new byte[] { 9, 0, 0, 0, 0, 0, 0, 0, (byte)'{', (byte)'}' }, "header claims 9 bytes, the file has 10")]
    public void A_file_without_a_whole_header_is_refused(byte[] content, string reason)
    {
        File.WriteAllBytes(_path, content);
        AssertBroken(reason, () => SafetensorsFile.Open(_path));
    }

    private SafetensorsFile Write(string header, byte[] content)
    {
        byte[] json = System.Text.Encoding.UTF8.GetBytes(header);
        File.WriteAllBytes(_path, [.. BitConverter.GetBytes((ulong)json.Length), .. json, .. content]);
        return SafetensorsFile.Open(_path);
    }

    private void AssertBroken(string reason, Func<object> action)
    {
        var exception = Assert.Throws<InvalidDataException>(action);
        Assert.Contains(reason, exception.Message, StringComparison.Ordinal);
        Assert.Contains($"{_path} does not hold the weights", exception.Message, StringComparison.Ordinal);
        Assert.Contains("Copy the model's model.safetensors there again.", exception.Message, StringComparison.Ordinal);
    }
}
