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
            (_, ["collections", var name]) => AnswerWhole(request, name),
            (_, ["collections", var name, "points", .. var rest]) => AnswerPoints(request, name, rest),
            (_, ["collections", var name, .. var rest]) => AnswerCollection(request, name, rest),
            _ when parts.Length > 0 && NotModelled.Contains(parts[0]) => throw RefusedException.NotModelled(request.Path),
            _ => Reply.NoRoute,
        };
    }

    private Reply AnswerWhole(ContractRequest request, string name) => request.Method switch
    {
        "PUT" => CollectionHandlers.Create(State, name, request.Body),
        "DELETE" => CollectionHandlers.Delete(State, name),
        "GET" => CollectionHandlers.Describe(Required(name)),
        _ => throw RefusedException.NotModelled($"{request.Method} {request.Path}"),
    };

    private Reply AnswerCollection(ContractRequest request, string name, string[] rest) => (request.Method, rest) switch
    {
        ("GET", ["exists"]) => CollectionHandlers.Exists(State, name),
        ("PUT", ["index"]) => CollectionHandlers.CreateIndex(Required(name), request),
        _ => Unknown(request, rest),
    };

    private Reply AnswerPoints(ContractRequest request, string name, string[] rest) => (request.Method, rest) switch
    {
        ("PUT", []) => PointHandlers.Upsert(Required(name), request),
        ("POST", []) => PointHandlers.Retrieve(Required(name), request.Body),
        ("GET", [var id]) => PointHandlers.Get(Required(name), id),
        ("POST", ["delete"]) => PointHandlers.Delete(Required(name), request),
        ("POST", ["count"]) => PointHandlers.Count(Required(name), request.Body),
        ("POST", ["scroll"]) => PointHandlers.Scroll(Required(name), request.Body),
        ("POST", ["query"]) => Reply.Ok(QueryEngine.Search(request.Body, Required(name))),
        ("POST", ["query", "batch"]) => PointHandlers.SearchBatch(Required(name), request.Body),
        _ => Unknown(request, rest),
    };

    private static Reply Unknown(ContractRequest request, string[] rest) =>
        Array.Exists(rest, NotModelled.Contains) ? throw RefusedException.NotModelled(request.Path) : Reply.NoRoute;

    private StoredCollection Required(string name) =>
        State.Find(name) ?? throw new RefusedException(404, $"Not found: Collection `{name}` doesn't exist!");
}
