using System.Text.Json;

namespace Assistant.Tests.Indexing.Qdrant.Server;

/// <summary>The routes that are modelled. Unknown ones are answered as the server does: 404 without a body.</summary>
internal sealed class ContractRoutes(string version)
{
    private static readonly string[] NotModelled =
    [
        "snapshots", "cluster", "facet", "shards", "optimizations", "vectors", "telemetry", "metrics", "quotas", "batch", "groups", "payload", "matrix",
    ];

    public ContractState State { get; set; } = new();

    public static string? PlainText(string path) => path switch
    {
        "/healthz" or "/livez" => "healthz check passed",
        "/readyz" => "all shards are ready",
        _ => null,
    };

    /// <summary>Whether a key that may only read is refused.</summary>
    public static bool IsWrite(string method, string path) =>
        method is "PUT" or "DELETE" or "PATCH" || path.EndsWith("/points/delete", StringComparison.Ordinal) || path == "/collections/aliases";

    public Reply Answer(ContractRequest request)
    {
        string[] parts = request.Path.Split('/', StringSplitOptions.RemoveEmptyEntries);
        return (request.Method, parts) switch
        {
            ("GET", []) => Reply.Bare(new { title = "qdrant - vector search engine", version, commit = "0000000" }),
            ("GET", ["collections"]) => CollectionHandlers.List(State),
            ("GET", ["aliases"]) => CollectionHandlers.ListAliases(State),
            ("POST", ["collections", "aliases"]) => CollectionHandlers.ChangeAliases(State, request.Body),
            ("PUT", ["collections", var name]) => CollectionHandlers.Create(State, name, request.Body),
            ("DELETE", ["collections", var name]) => CollectionHandlers.Delete(State, name),
            ("GET", ["collections", var name, "exists"]) => CollectionHandlers.Exists(State, name),
            ("GET", ["collections", var name]) => CollectionHandlers.Describe(Required(name)),
            (_, ["collections", var name, .. var rest]) => AnswerCollection(request, name, rest),
            _ when parts.Length > 0 && NotModelled.Contains(parts[0]) => throw RefusedException.NotModelled(request.Path),
            _ => Reply.NoRoute,
        };
    }

    private Reply AnswerCollection(ContractRequest request, string name, string[] rest) => (request.Method, rest) switch
    {
        ("PUT", ["index"]) => CollectionHandlers.CreateIndex(Required(name), request),
        ("PUT", ["points"]) => PointHandlers.Upsert(Required(name), request),
        ("POST", ["points"]) => PointHandlers.Retrieve(Required(name), request.Body),
        ("GET", ["points", var id]) => PointHandlers.Get(Required(name), id),
        ("POST", ["points", "delete"]) => PointHandlers.Delete(Required(name), request),
        ("POST", ["points", "count"]) => PointHandlers.Count(Required(name), request.Body),
        ("POST", ["points", "scroll"]) => PointHandlers.Scroll(Required(name), request.Body),
        ("POST", ["points", "query"]) => Reply.Ok(QueryEngine.Search(request.Body, Required(name))),
        ("POST", ["points", "query", "batch"]) => PointHandlers.SearchBatch(Required(name), request.Body),
        _ when rest.Any(NotModelled.Contains) => throw RefusedException.NotModelled(request.Path),
        _ => Reply.NoRoute,
    };

    private StoredCollection Required(string name) =>
        State.Find(name) ?? throw new RefusedException(404, $"Not found: Collection `{name}` doesn't exist!");
}
