using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;

namespace Assistant.IntegrationTests.Api;

[Collection(ApiTests.Name)]
public sealed class ArticlesTests(ApiServer server)
{
    [Fact]
    public async Task Adds_updates_and_erases_an_article_by_key()
    {
        var first = await server.AddAsync(new { key = "gates", title = "Gates", text = "The north gate is green. It was painted in May.", format = "text" });
        var again = await server.AddAsync(new { key = "gates", title = "Gates", text = "The north gate is green. It was painted in May.", format = "text" });
        var changed = await server.AddAsync(new { key = "gates", title = "Gates", text = "The north gate is white. It was painted in June.", format = "text" });
        var id = Id(first);

        Assert.Equal("added", Outcome(first));
        Assert.Equal("unchanged", Outcome(again));
        Assert.Equal("updated", Outcome(changed));
        Assert.Equal(id, Id(changed));
        var old = await server.Client.GetFromJsonAsync<JsonElement>($"/v1/articles/{id}?revision={Revision(first)}");
        var now = await server.Client.GetFromJsonAsync<JsonElement>($"/v1/articles/{id}");
        Assert.Contains("green", old.GetProperty("text").GetString(), StringComparison.Ordinal);
        Assert.Contains("white", now.GetProperty("text").GetString(), StringComparison.Ordinal);
        Assert.False(now.TryGetProperty("key", out _));

        using var erased = await server.Client.DeleteAsync($"/v1/articles/{id}");
        using var gone = await server.Client.GetAsync($"/v1/articles/{id}");
        using var twice = await server.Client.DeleteAsync($"/v1/articles/{id}");
        Assert.Equal(HttpStatusCode.NoContent, erased.StatusCode);
        Assert.Equal(HttpStatusCode.Gone, gone.StatusCode);
        Assert.Equal(HttpStatusCode.Gone, twice.StatusCode);
    }

    [Fact]
    public async Task Replaces_an_article_under_its_id()
    {
        var added = await server.AddAsync(new { key = "fence", text = "The fence is made of larch wood and stands by the river.", format = "text" });
        var path = $"/v1/articles/{Id(added)}";

        using var response = await server.Client.PutAsJsonAsync(path, new { text = "The fence is made of iron and stands by the river.", format = "text" });
        var replaced = await server.FollowAsync(response);

        Assert.Equal("updated", Outcome(replaced));
        var article = await server.Client.GetFromJsonAsync<JsonElement>(path);
        Assert.Contains("iron", article.GetProperty("text").GetString(), StringComparison.Ordinal);
        using var unknown = await server.Client.PutAsJsonAsync("/v1/articles/nothing", new { text = "x y z", format = "text" });
        Assert.Equal(HttpStatusCode.NotFound, unknown.StatusCode);
    }

    [Fact]
    public async Task Erasing_an_article_erases_the_answers_that_mention_it()
    {
        var added = await server.AddAsync(new { key = "lighthouse", text = "The lighthouse of Quellmark was built by Orla Fenwick in 1874.", format = "text" });
        var answer = await server.AskAsync("Who built the lighthouse of Quellmark?");
        Assert.Contains(answer.GetProperty("retrieved").EnumerateArray(), passage => passage.GetProperty("articleId").GetString() == Id(added));

        (await server.Client.DeleteAsync($"/v1/articles/{Id(added)}")).EnsureSuccessStatusCode();

        using var gone = await server.Client.GetAsync($"/v1/answers/{answer.GetProperty("id").GetString()}");
        Assert.Equal(HttpStatusCode.NotFound, gone.StatusCode);
    }

    [Fact]
    public async Task Tells_the_name_of_an_upload_and_no_path_of_the_server()
    {
        var result = await server.UploadAsync("../up/minutes.txt", Encoding.UTF8.GetBytes("The council met on Monday and agreed on the budget."));

        var item = result.GetProperty("items")[0];
        Assert.Equal("minutes.txt", item.GetProperty("path").GetString());
        Assert.DoesNotContain(server.DataFolder, result.GetRawText(), StringComparison.Ordinal);
        var article = await server.Client.GetStringAsync($"/v1/articles/{Id(result)}");
        Assert.DoesNotContain(server.DataFolder, article, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("image.png", "anything")]
    [InlineData("empty.txt", "")]
    public async Task Refuses_a_file_that_cannot_become_an_article_and_says_why(string name, string content)
    {
        var problem = await server.UploadAsync(name, Encoding.UTF8.GetBytes(content));

        Assert.Equal("urn:assistant:problem:refused-article", problem.GetProperty("type").GetString());
        Assert.Equal(422, problem.GetProperty("status").GetInt32());
        Assert.NotEmpty(problem.GetProperty("detail").GetString()!);
    }

    [Fact]
    public async Task Lists_every_article_once_page_by_page()
    {
        var ids = new List<string>();
        string? after = null;
        do
        {
            var page = await server.Client.GetFromJsonAsync<JsonElement>($"/v1/articles?limit=2{(after is null ? "" : $"&after={after}")}");
            ids.AddRange(page.GetProperty("articles").EnumerateArray().Select(static article => article.GetProperty("id").GetString()!));
            after = page.TryGetProperty("next", out var next) ? next.GetString() : null;
        }
        while (after is not null);

        Assert.True(ids.Count >= 5);
        Assert.Equal(ids.Count, ids.Distinct().Count());
    }

    [Fact]
    public async Task The_console_may_write_and_erase_beside_the_server()
    {
        var added = await server.AddAsync(new { key = "tower", text = "The bell tower of Quarrick was rebuilt by Edda Munro in 1911.", format = "text" });
        var answer = await server.AskAsync("Who rebuilt the bell tower of Quarrick?");
        var file = Path.Combine(server.DataFolder, "quarry.txt");
        await File.WriteAllTextAsync(file, "The quarry of Quarrick was closed in 1923 by order of the county.");

        var ingested = await ConsoleProgram.RunAsync(server.DataFolder, "ingest", file);
        var removed = await ConsoleProgram.RunAsync(server.DataFolder, "articles", "remove", Id(added));

        Assert.Equal((0, 0), (ingested.ExitCode, removed.ExitCode));
        using var list = await server.Client.GetAsync("/v1/articles?query=quarry");
        Assert.Equal(1, (await list.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("total").GetInt32());
        using var gone = await server.Client.GetAsync($"/v1/articles/{Id(added)}");
        using var forgotten = await server.Client.GetAsync($"/v1/answers/{answer.GetProperty("id").GetString()}");
        Assert.Equal((HttpStatusCode.Gone, HttpStatusCode.NotFound), (gone.StatusCode, forgotten.StatusCode));
    }

    [Fact]
    public async Task While_another_program_writes_articles_can_be_asked_but_not_changed()
    {
        var clock = TimeProvider.System;
        var path = Core.Configuration.DataFolder.IndexPath(server.DataFolder);
        await using var other = await Core.Workspace.OpenAsync(path, new Core.AssistantOptions(), clock, CancellationToken.None);
        await other.Index.EraseAsync("nothing", CancellationToken.None);

        using var refused = await server.Client.PostAsJsonAsync("/v1/articles", new { text = "The gate was shut on Monday morning.", format = "text" });
        using var asked = await server.Client.PostAsJsonAsync("/v1/search", new { query = "observation posts" });

        Assert.Equal(HttpStatusCode.ServiceUnavailable, refused.StatusCode);
        Assert.NotNull(refused.Headers.RetryAfter);
        var problem = await refused.Content.ReadFromJsonAsync<JsonElement>();
        Assert.Contains("Another program is writing", problem.GetProperty("detail").GetString(), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, asked.StatusCode);
    }

    private static string Outcome(JsonElement result) => result.GetProperty("items")[0].GetProperty("outcome").GetString()!;

    private static string Id(JsonElement result) => result.GetProperty("items")[0].GetProperty("articleId").GetString()!;

    private static string Revision(JsonElement result) => result.GetProperty("items")[0].GetProperty("revision").GetString()!;
}
