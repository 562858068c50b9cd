using System.Net;
using System.Net.Http.Json;
using System.Text.Json;

namespace Assistant.IntegrationTests.Api;

[Collection(ApiTests.Name)]
public sealed class ProblemsTests(ApiServer server)
{
    [Theory]
    [InlineData("{", 400, "malformed-json")]
    [InlineData("", 400, "malformed-json")]
    [InlineData("null", 400, "malformed-json")]
    [InlineData("""{"question":"Q","x":1}""", 400, "unknown-field")]
    [InlineData("""{"question":5}""", 400, "invalid-value")]
    [InlineData("""{"question":" "}""", 400, "invalid-value")]
    [InlineData("""{"question":"Q","maxCitations":0}""", 400, "invalid-value")]
    [InlineData("""{"question":"Q","history":[null]}""", 400, "invalid-value")]
    [InlineData("""{"question":"Q","history":[{"role":"user","content":""}]}""", 400, "invalid-value")]
    [InlineData("""{"question":"Q","filters":{"sources":[""]}}""", 400, "invalid-value")]
    public async Task Tells_what_is_wrong_with_a_question(string body, int status, string slug)
    {
        using var response = await server.Client.PostAsync("/v1/answers", ApiServer.Json(body));

        await AssertProblemAsync(response, status, slug);
    }

    [Fact]
    public async Task Refuses_a_question_and_a_query_that_are_too_long()
    {
        using var question = await server.Client.PostAsJsonAsync("/v1/answers", new { question = new string('q', 2001) });
        using var query = await server.Client.GetAsync($"/v1/articles?query={new string('q', 201)}");

        await AssertProblemAsync(question, 400, "invalid-value");
        await AssertProblemAsync(query, 400, "invalid-value");
    }

    [Theory]
    [InlineData("GET", "/v1/nothing", 404, "not-found")]
    [InlineData("GET", "/v1/articles/unknown", 404, "unknown-article")]
    [InlineData("GET", "/v1/answers/unknown", 404, "not-found")]
    [InlineData("GET", "/v1/ingestions/unknown", 404, "not-found")]
    [InlineData("PATCH", "/v1/articles/unknown", 405, "method-not-allowed")]
    [InlineData("GET", "/v1/articles?limit=0", 400, "invalid-value")]
    [InlineData("GET", "/v1/articles?limit=many", 400, "invalid-value")]
    [InlineData("POST", "/v1/articles", 415, "unsupported-media-type")]
    [InlineData("POST", "/v1/answers", 415, "unsupported-media-type")]
    public async Task Tells_what_is_wrong_with_a_request(string method, string path, int status, string slug)
    {
        using var request = new HttpRequestMessage(new HttpMethod(method), path);
        if (method == "POST") request.Content = new StringContent("question=Q");

        using var response = await server.Client.SendAsync(request);

        await AssertProblemAsync(response, status, slug);
    }

    [Theory]
    [InlineData("""{"url":"file:///etc/passwd"}""", "invalid-value")]
    [InlineData("""{"text":" "}""", "invalid-value")]
    [InlineData("""{"text":"x","format":"pdf"}""", "invalid-value")]
    [InlineData("""{"text":"x","colour":"red"}""", "unknown-field")]
    public async Task Tells_what_is_wrong_with_an_article(string body, string slug)
    {
        using var response = await server.Client.PostAsync("/v1/articles", ApiServer.Json(body));

        await AssertProblemAsync(response, 400, slug);
    }

    [Fact]
    public async Task The_OpenAPI_document_tells_routes_examples_and_what_offsets_are()
    {
        var document = await server.Client.GetFromJsonAsync<JsonElement>("/openapi/v1.json");

        var paths = document.GetProperty("paths");
        var body = paths.GetProperty("/v1/answers").GetProperty("post").GetProperty("requestBody").GetProperty("content");
        Assert.True(body.GetProperty("application/json").TryGetProperty("example", out _));
        Assert.Contains("UTF-16", document.GetProperty("info").GetProperty("description").GetString(), StringComparison.Ordinal);
        Assert.True(paths.TryGetProperty("/v1/ingestions/{id}", out _));
        var form = paths.GetProperty("/v1/articles").GetProperty("post").GetProperty("requestBody").GetProperty("content").GetProperty("multipart/form-data");
        Assert.Equal("binary", form.GetProperty("schema").GetProperty("properties").GetProperty("file").GetProperty("format").GetString());
        foreach (var operation in paths.EnumerateObject().SelectMany(static path => path.Value.EnumerateObject()))
            Assert.True(operation.Value.GetProperty("responses").GetProperty("default").GetProperty("content").EnumerateObject().Single().Value.TryGetProperty("example", out _));
    }

    [Fact]
    public async Task The_OpenAPI_document_writes_OpenAIs_fields_as_OpenAI_does()
    {
        var document = await server.Client.GetFromJsonAsync<JsonElement>("/openapi/v1.json");

        var fields = document.GetProperty("components").GetProperty("schemas").GetProperty("ChatRequest").GetProperty("properties");

        Assert.True(fields.TryGetProperty("stream_options", out _));
        Assert.True(fields.TryGetProperty("response_format", out _));
    }

    [Theory]
    [InlineData("/health/live")]
    [InlineData("/health/ready")]
    public async Task Is_healthy(string path)
    {
        using var response = await server.Client.GetAsync(path);

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
    }

    private static async Task AssertProblemAsync(HttpResponseMessage response, int status, string slug)
    {
        Assert.Equal(status, (int)response.StatusCode);
        Assert.Equal("application/problem+json", response.Content.Headers.ContentType!.MediaType);
        var problem = await response.Content.ReadFromJsonAsync<JsonElement>();
        Assert.Equal($"urn:assistant:problem:{slug}", problem.GetProperty("type").GetString());
        Assert.Equal(status, problem.GetProperty("status").GetInt32());
        Assert.NotEmpty(problem.GetProperty("detail").GetString()!);
    }
}
