namespace Assistant.Api.Documentation;

/// <summary>The OpenAPI document's examples, as JSON by operation.</summary>
internal static class Examples
{
    public const string Problem =
        """{"type":"urn:assistant:problem:unknown-field","title":"The body has an unknown field","status":400,"detail":"There is no such field at $.colour. See /openapi/v1.json for those there are.","traceId":"4bf92f3577b34da6a3ce929d0e0e4736"}""";

    public const string OpenAiError =
        """{"error":{"message":"The model does not exist: There is no model 'gpt'.","type":"invalid_request_error","param":null,"code":"model_not_found"}}""";

    private const string AnswerId = "5f0c6f2e6b8a4d1c9e7a3b2d1c0f9e8d";

    private const string Answer = $$"""
        {"id":"{{AnswerId}}","question":"What did Putin offer on the Su-57?","standaloneQuestion":"What did Putin offer on the Su-57?",
        "status":"answered","text":"Putin said that the two countries can cooperate on the Su-57.",
        "sentences":[{"text":"Putin said that the two countries can cooperate on the Su-57.","citations":[1],"verdict":"supported"}],
        "citations":[{"number":1,"articleId":"pmrjzdtp6k5x5xq4ym2bq5g7ya","revision":"3b1c5a","passageId":"8f14e45f-ceea-467f-a1c9-2b6f0e6f2b11",
        "start":1024,"end":1085,"quote":"Putin said that the two countries can cooperate on the Su-57.","title":"Putin and Erdogan open MAKS air show",
        "source":"Sample Wire","publishedAt":"2019-08-27T00:00:00Z"}],
        "retrieved":[],"confidence":0.83,"mode":"extractive","timings":{"retrieveMilliseconds":6.1,"readMilliseconds":212.4,"totalMilliseconds":218.9} }
        """;

    /// <summary>Request bodies.</summary>
    public static IReadOnlyDictionary<string, string> Requests { get; } = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["answer"] = """{"question":"What did Putin offer on the Su-57?","filters":{"publishedAfter":"2019-08-01T00:00:00Z"},"maxCitations":1}""",
        ["search"] = """{"query":"observation posts in Idlib","limit":5}""",
        ["addArticle"] = """{"key":"minutes-2024-05","title":"Council minutes","text":"The council met on 4 May 2024.","format":"text"}""",
        ["replaceArticle"] = """{"title":"Council minutes","text":"The council met on 5 May 2024.","format":"text"}""",
        ["completeChat"] = """{"model":"assistant","messages":[{"role":"user","content":"Who opened MAKS-2019?"}],"stream":false}""",
    };

    /// <summary>Bodies of the status 200.</summary>
    public static IReadOnlyDictionary<string, string> Responses { get; } = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["answer"] = Answer,
        ["getAnswer"] = Answer,
        ["addArticle"] = """{"added":1,"updated":0,"unchanged":0,"removed":0,"refused":0,"embedded":1,"items":[{"path":"article.txt","articleId":"pmrjzdtp6k5x5xq4ym2bq5g7ya","revision":"3b1c5a","outcome":"added"}]}""",
    };
}
