using System.Text;
using Assistant.Eval.Importing;

namespace Assistant.Tests.Eval.Importing;

public sealed class JsonArrayStreamTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(7)]
    [InlineData(100_000)]
    public async Task Gives_the_same_items_and_lines_however_the_bytes_arrive(int bytesAtATime)
    {
        var text = "\uFEFF{\"skip\": [{\"data\": 1}],\n\"data\": [\n1,\n\n{\"a\": \"" + new string('x', 200) + "\"}\n, [2]]}";

        var items = await CollectAsync(text, bytesAtATime);

        Assert.Equal([3, 5, 6], items.Select(static item => item.Line));
        Assert.Equal(200, items[1].Element!.Value.GetProperty("a").GetString()!.Length);
    }

    [Theory]
    [InlineData("", "not JSON")]
    [InlineData("{}", "has no array 'data'")]
    [InlineData("{\"data\": 3}", "has no array 'data'")]
    [InlineData("{\"data\": [1", "not JSON")]
    public async Task Ends_with_what_is_wrong(string text, string problem)
    {
        var items = await CollectAsync(text, 3);

        Assert.Contains(problem, items[^1].Problem, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_empty_array_has_no_items() => Assert.Empty(await CollectAsync("{\"data\": []}", 4));

    [Fact]
    public async Task Items_larger_than_the_buffer_come_whole()
    {
        var text = "{\"data\": [\"" + new string('y', 300_000) + "\"]}";

        var item = Assert.Single(await CollectAsync(text, 50_000));

        Assert.Equal(300_000, item.Element!.Value.GetString()!.Length);
    }

    private static async Task<List<JsonArrayStream.Item>> CollectAsync(string text, int bytesAtATime)
    {
        await using var stream = new TricklingStream(Encoding.UTF8.GetBytes(text), bytesAtATime);
        var items = new List<JsonArrayStream.Item>();
        await foreach (var item in JsonArrayStream.ReadAsync(stream, "data", CancellationToken.None)) items.Add(item);
        return items;
    }

    private sealed class TricklingStream(byte[] bytes, int most) : MemoryStream(bytes)
    {
        public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) =>
            base.ReadAsync(buffer[..Math.Min(most, buffer.Length)], cancellationToken);
    }
}
