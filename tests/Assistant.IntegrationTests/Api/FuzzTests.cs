using System.Net.Http.Headers;
using System.Text;
using Xunit.Abstractions;

namespace Assistant.IntegrationTests.Api;

/// <summary>Mutated bodies: never a 500, never a hang. 1,000 of them, with ASSISTANT_LONG=1 10,000.</summary>
[Collection(ApiTests.Name)]
public sealed class FuzzTests(ApiServer server, ITestOutputHelper output)
{
    private const int ShortRun = 1000;
    private const int LongRun = 10_000;
    private const int Seed = 20191122;

    // The filter lets nothing through, so that a body that is still valid costs no reading.
    private static readonly (string Path, string Body)[] Templates =
    [
        ("/v1/answers", """{"question":"What did Putin offer?","history":[{"role":"user","content":"Hello"},{"role":"assistant","content":"Yes."}],"filters":{"sources":["none"],"articleIds":["none"],"publishedAfter":"2019-01-01T00:00:00Z"},"mode":"extractive","maxCitations":2}"""),
        ("/v1/search", """{"query":"Su-57 \"offer\"","filters":{"articleIds":["none"],"languages":["en"]},"limit":5}"""),
        ("/v1/articles", """{"key":"fuzz","title":"T","text":" ","format":"text"}"""),
        ("/v1/chat/completions", """{"model":"none","messages":[{"role":"user","content":[{"type":"text","text":"Who?"}]}],"stream":true,"stream_options":{"include_usage":true},"n":1}"""),
        ("/v1/chat/completions", """{"model":"assistant","messages":[{"role":"user","content":[{"type":"text","text":"Who?"}]},{"role":"assistant","content":"He."}],"response_format":{"type":"text"},"tools":[]}"""),
    ];

    private static readonly string[] Snippets =
        ["null", "true", "-1", "1e999", "99999999999999999999", "\"\\ud800\"", "\\u0000", "[[[[[[[[", "{}", "{\"a\":", "\"", "\\", ",", "\u202e", "😀", "\uFEFF", "0001-01-01T00:00:00Z", "9999-12-31T23:59:59+14:00", "\"question\":\"x\"", "  \n", new string('[', 200), new string('9', 400)];

    [Fact]
    public async Task Mutated_bodies_never_break_the_server()
    {
        var count = Count();
        var random = new Random(Seed);
        var failures = new List<string>();
        var statuses = new SortedDictionary<int, int>();
        for (var i = 0; i < count; i++)
        {
            var (path, template) = Templates[random.Next(Templates.Length)];
            var body = Mutate(template, random);
            using var content = new ByteArrayContent(body);
            content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
            using var response = await server.Client.PostAsync(path, content);
            await response.Content.ReadAsByteArrayAsync();
            var status = (int)response.StatusCode;
            statuses[status] = statuses.GetValueOrDefault(status) + 1;
            if (IsFailure(status)) failures.Add($"{status} {path} {Encoding.UTF8.GetString(body)}");
        }

        output.WriteLine($"{count} bodies: {string.Join(", ", statuses.Select(static pair => $"{pair.Value} × {pair.Key}"))}");
        Assert.Empty(failures);
    }

    [Fact]
    public async Task Mutated_forms_never_break_the_server()
    {
        const string form = "--b\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a.txt\"\r\nContent-Type: text/plain\r\n\r\n \r\n--b\r\nContent-Disposition: form-data; name=\"key\"\r\n\r\nk\r\n--b--\r\n";
        var random = new Random(Seed);
        var failures = new List<string>();
        for (var i = 0; i < Count() / 5; i++)
        {
            var body = Mutate(form, random);
            using var content = new ByteArrayContent(body);
            content.Headers.TryAddWithoutValidation("Content-Type", "multipart/form-data; boundary=b");
            using var response = await server.Client.PostAsync("/v1/articles", content);
            if (IsFailure((int)response.StatusCode)) failures.Add($"{(int)response.StatusCode} {Encoding.UTF8.GetString(body)}");
        }

        Assert.Empty(failures);
    }

    /// <summary>A body that was turned away unread, because there are too many, would test nothing.</summary>
    private static bool IsFailure(int status) => status is >= 500 or 429;

    private static int Count() => Environment.GetEnvironmentVariable("ASSISTANT_LONG") == "1" ? LongRun : ShortRun;

    private static byte[] Mutate(string template, Random random)
    {
        var bytes = new List<byte>(Encoding.UTF8.GetBytes(template));
        for (var edits = random.Next(1, 6); edits > 0 && bytes.Count > 0; edits--)
        {
            var at = random.Next(bytes.Count);
            switch (random.Next(6))
            {
                case 0: bytes[at] = (byte)random.Next(256); break;
                case 1: bytes.RemoveAt(at); break;
                case 2: bytes.InsertRange(at, Encoding.UTF8.GetBytes(Snippets[random.Next(Snippets.Length)])); break;
                case 3: bytes.RemoveRange(at, Math.Min(random.Next(1, 30), bytes.Count - at)); break;
                case 4: bytes.InsertRange(at, bytes.GetRange(at, Math.Min(random.Next(1, 60), bytes.Count - at))); break;
                default: bytes.RemoveRange(at, bytes.Count - at); break;
            }
        }

        return [.. bytes];
    }
}
