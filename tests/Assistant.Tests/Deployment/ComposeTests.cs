using System.Text.RegularExpressions;
using Assistant.Core.Configuration;
using YamlDotNet.Core;
using YamlDotNet.Serialization;

namespace Assistant.Tests.Deployment;

/// <summary>What can be told of the compose file, the image and the proxy without an engine.</summary>
public sealed partial class ComposeTests
{
    private static readonly string Root = FindRoot();
    private static readonly Dictionary<string, Dictionary<string, object>> Services = ReadServices();

    [Fact]
    public void Every_image_is_pinned_and_nothing_is_latest() =>
        Assert.All(Services.Values, static service => Assert.Matches(@":(v?\d+\.\d+[\w.-]*|local)$", (string)service["image"]));

    [Fact]
    public void Nothing_starts_without_the_keys()
    {
        var required = new HashSet<string>(StringComparer.Ordinal) { "QDRANT__SERVICE__API_KEY", "ASSISTANT__Qdrant__ApiKey", "ASSISTANT__Api__Keys__0__Hash" };
        var found = Services.Values.SelectMany(Environment).Where(variable => required.Contains(variable.Key)).ToList();

        Assert.Equal(4 + (2 * 3), found.Count);
        Assert.All(found, static variable => Assert.Matches(@"^\$\{\w+:\?.+\}$", variable.Value));
    }

    [Fact]
    public void Only_the_api_and_the_proxy_are_published_and_only_to_this_machine()
    {
        var published = Services.Where(static service => service.Value.ContainsKey("ports")).ToList();

        Assert.Equal(["api", "proxy"], published.Select(static service => service.Key).Order(StringComparer.Ordinal));
        Assert.All(published, static service => Assert.All(Texts(service.Value["ports"]), static port => Assert.StartsWith("127.0.0.1:", port, StringComparison.Ordinal)));
    }

    [Fact]
    public void Every_qdrant_is_on_the_private_network_alone_with_a_volume_and_a_health_check()
    {
        foreach (var (name, service) in Services.Where(static one => one.Key.StartsWith("qdrant", StringComparison.Ordinal)))
        {
            Assert.Equal(["private"], Texts(service["networks"]));
            Assert.Contains(Texts(service["volumes"]), volume => volume == $"{name}:/qdrant/storage");
            Assert.True(service.ContainsKey("healthcheck"));
            Assert.EndsWith("-unprivileged", (string)service["image"], StringComparison.Ordinal);
        }
    }

    [Fact]
    public void The_cluster_has_three_nodes_two_replicas_of_each_shard_and_two_apis_without_state()
    {
        Assert.Equal(3, Services.Keys.Count(static name => name.StartsWith("qdrant-", StringComparison.Ordinal)));
        foreach (var api in new[] { "api-1", "api-2" })
        {
            var environment = Environment(Services[api]).ToDictionary();
            Assert.Equal("2", environment["ASSISTANT__Qdrant__Collection__Replicas"]);
            Assert.Equal("0", environment["ASSISTANT__Answers__KeepDays"]);
            Assert.Equal(3, environment["ASSISTANT__Qdrant__Url"].Split(' ').Length);
            Assert.Equal("true", (string)Services[api]["read_only"]);
            Assert.False(Services[api].ContainsKey("volumes"));
            Assert.Contains(Texts(Services[api]["tmpfs"]), static mount => mount.StartsWith("/data", StringComparison.Ordinal));
        }
    }

    [Fact]
    public void The_program_knows_every_key_that_is_set()
    {
        var folder = Directory.CreateTempSubdirectory("assistant-compose").FullName;
        foreach (var (name, service) in Services)
        {
            var values = Environment(service).Where(static one => one.Key.StartsWith("ASSISTANT__", StringComparison.Ordinal)).ToDictionary(
                static one => one.Key["ASSISTANT__".Length..].Replace("__", ":", StringComparison.Ordinal),
                static one => (string?)(one.Value.StartsWith("${", StringComparison.Ordinal) ? new string('a', 64) : one.Value));
            var options = AssistantConfiguration.Load(folder, values).Options;
            if (name.StartsWith("api", StringComparison.Ordinal)) Assert.Equal(Core.Indexing.IndexKind.Qdrant, options.Index.Kind);
        }

        Directory.Delete(folder, recursive: true);
    }

    [Fact]
    public void The_image_is_built_in_stages_from_projects_that_exist_and_runs_without_root()
    {
        var lines = File.ReadAllLines(Path.Combine(Root, "Dockerfile"));
        var projects = ProjectPattern().Matches(string.Join('\n', lines)).Select(static match => match.Value).ToList();

        Assert.Equal(2, lines.Count(static line => line.StartsWith("FROM ", StringComparison.Ordinal)));
        Assert.Equal(2, projects.Count);
        Assert.All(projects, static project => Assert.True(File.Exists(Path.Combine(Root, project))));
        Assert.Contains("USER $APP_UID", lines);
        Assert.DoesNotContain(lines, static line => line.Contains("FROM", StringComparison.Ordinal) && (line.Contains("alpine", StringComparison.Ordinal) || line.Contains("chiseled", StringComparison.Ordinal)));
    }

    [Fact]
    public void The_proxy_streams_and_takes_what_the_api_takes()
    {
        var configuration = File.ReadAllText(Path.Combine(Root, "deploy", "proxy.conf"));

        Assert.Contains("proxy_buffering off;", configuration, StringComparison.Ordinal);
        Assert.Contains($"client_max_body_size {new ApiOptions().MaxBodyMegabytes}m;", configuration, StringComparison.Ordinal);
        Assert.All(["api-1:8080", "api-2:8080"], server => Assert.Contains($"server {server}", configuration, StringComparison.Ordinal));
        Assert.Equal(configuration.Count(static one => one == '{'), configuration.Count(static one => one == '}'));
    }

    [Fact]
    public void Unicode_normalisation_works_here() => Assert.Null(Record.Exception(UnicodeSupport.Require));

    [GeneratedRegex(@"src/[\w./]+\.csproj")]
    private static partial Regex ProjectPattern();

    private static IEnumerable<KeyValuePair<string, string>> Environment(Dictionary<string, object> service) =>
        service.TryGetValue("environment", out var variables)
            ? ((Dictionary<object, object>)variables).Select(static one => KeyValuePair.Create((string)one.Key, (string)one.Value)) : [];

    private static IReadOnlyList<string> Texts(object list) => [.. ((List<object>)list).Cast<string>()];

    private static Dictionary<string, Dictionary<string, object>> ReadServices()
    {
        using var text = File.OpenText(Path.Combine(Root, "docker-compose.yml"));
        var parser = new MergingParser(new Parser(text));
        var file = new DeserializerBuilder().Build().Deserialize<Dictionary<string, object>>(parser);
        return ((Dictionary<object, object>)file["services"]).ToDictionary(
            static service => (string)service.Key,
            static service => ((Dictionary<object, object>)service.Value).ToDictionary(static one => (string)one.Key, static one => one.Value));
    }

    private static string FindRoot()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "Assistant.sln"))) folder = folder.Parent;
        return folder?.FullName ?? throw new InvalidOperationException("The tests run inside the repository.");
    }
}
