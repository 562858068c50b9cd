using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using Assistant.Api;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.DependencyInjection;

namespace Assistant.IntegrationTests.Api;

/// <summary>The real server on a port of its own, with a data folder of its own and the sample articles on Putin and Erdogan.</summary>
public sealed class ApiServer : IAsyncLifetime
{
    private const int MaximumPolls = 1200;

    /// <summary>Reading is what costs time; what these tests ask is found among the first passages.</summary>
    private const string FewPassages = "--Retrieval:ReaderCount=4";

    /// <summary>What many requests are tested with must not be turned away by the minute's limit, which has a test of its own.</summary>
    private const string ManyRequests = "--Api:RequestsPerMinute=1000000";

    private static readonly string[] Samples =
        ["su-35-su-57-talks.md", "maks-2019-opening.html", "idlib-observation-posts.txt", "s-400-delivery-begins.txt", "kilogram-redefined.md"];

    private readonly string[] _options;
    private WebApplication? _app;

    public ApiServer()
        : this([])
    {
    }

    internal ApiServer(params string[] options) => _options = options;

    public string DataFolder { get; } = Directory.CreateTempSubdirectory("assistant-api").FullName;

    public Uri Address { get; private set; } = null!;

    public HttpClient Client { get; private set; } = null!;

    internal bool HasArticles { get; init; } = true;

    public async Task InitializeAsync()
    {
        _app = ApiHost.Build(["--data", DataFolder, "--urls", "http://127.0.0.1:0", "--Logging:LogLevel:Default=Critical", FewPassages, ManyRequests, .. _options]);
        await _app.StartAsync();
        var addresses = _app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses;
        Address = new Uri(addresses.Single());
        Client = new HttpClient { BaseAddress = Address, Timeout = TimeSpan.FromMinutes(3) };
        if (!HasArticles) return;
        await AddSamplesAsync();
        await BecomeReadyAsync();
    }

    public async Task DisposeAsync()
    {
        Client?.Dispose();
        if (_app is not null) await _app.DisposeAsync();
        Directory.Delete(DataFolder, recursive: true);
    }

    /// <summary>The folder of the sample articles.</summary>
    internal static string SampleFolder()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "Assistant.sln"))) folder = folder.Parent;
        return Path.Combine(folder!.FullName, "eval", "news", "articles");
    }

    /// <summary>Sends a file and waits until it is ingested.</summary>
    internal async Task<JsonElement> UploadAsync(string name, byte[] bytes)
    {
        using var form = new MultipartFormDataContent();
        form.Add(new ByteArrayContent(bytes), "file", name);
        using var response = await Client.PostAsync("/v1/articles", form);
        return await FollowAsync(response);
    }

    /// <summary>Sends an article as JSON and waits until it is ingested.</summary>
    internal async Task<JsonElement> AddAsync(object article)
    {
        using var response = await Client.PostAsJsonAsync("/v1/articles", article);
        return await FollowAsync(response);
    }

    /// <summary>The ingestion's result, at once or by following its job.</summary>
    internal async Task<JsonElement> FollowAsync(HttpResponseMessage response)
    {
        var body = await response.Content.ReadFromJsonAsync<JsonElement>();
        if (response.StatusCode != System.Net.HttpStatusCode.Accepted) return body;
        for (var i = 0; i < MaximumPolls && IsPending(body); i++)
        {
            await Task.Delay(100);
            body = await Client.GetFromJsonAsync<JsonElement>(response.Headers.Location);
        }

        return body.GetProperty("result");
    }

    internal async Task<JsonElement> AskAsync(string question, object? filters = null)
    {
        using var response = await Client.PostAsJsonAsync<object>("/v1/answers", filters is null ? new { question } : new { question, filters });
        response.EnsureSuccessStatusCode();
        return await response.Content.ReadFromJsonAsync<JsonElement>();
    }

    internal static StringContent Json(string text) => new(text, new MediaTypeHeaderValue("application/json"));

    private static bool IsPending(JsonElement job) => job.GetProperty("status").GetString() is "queued" or "running";

    private async Task BecomeReadyAsync()
    {
        for (var i = 0; i < MaximumPolls; i++)
        {
            using var response = await Client.GetAsync("/health/ready");
            if (response.IsSuccessStatusCode) return;
            await Task.Delay(100);
        }
    }

    private async Task AddSamplesAsync()
    {
        foreach (var name in Samples) await UploadAsync(name, await File.ReadAllBytesAsync(Path.Combine(SampleFolder(), name)));
    }
}
