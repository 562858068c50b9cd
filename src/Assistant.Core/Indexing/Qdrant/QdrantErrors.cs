using System.Text;
using System.Text.Json;

namespace Assistant.Core.Indexing.Qdrant;

/// <summary>Words a failure: what failed, where, what the server said, and what to do.</summary>
internal static class QdrantErrors
{
    public static IndexException Of(QdrantCall call, QdrantReply reply, string host, int nodes) => new(
        IndexFailure.Unavailable,
        $"Qdrant at {host}{(nodes > 1 ? $" (of {nodes} nodes)" : "")}: {Describe(call)} failed"
        + $"{(reply.Status == QdrantReply.NoAnswer ? "" : $" with HTTP {reply.Status}")}: {SaidBy(reply)} {Advice(reply)}");

    public static IndexException OfTimeout(QdrantCall call, string host, Exception error) => new(
        IndexFailure.Unavailable,
        $"Qdrant at {host}: {Describe(call)} did not succeed in time, with repetitions. Check that the server runs and is not "
        + "overloaded; what was written stays, and the same command goes on from there.",
        error);

    public static IndexException OfCircuit(QdrantCall call, string host, Exception error) => new(
        IndexFailure.Unavailable,
        $"Qdrant at {host}: {Describe(call)} was not tried, because the server failed again and again in the last seconds. "
        + "Check that it runs; it is tried again in a moment.",
        error);

    public static IndexException Damaged(string articleId) => new(
        IndexFailure.Damaged, $"The article {articleId} is damaged in Qdrant. Remove it and ingest it again.");

    /// <summary>The message inside an error's body: JSON from the server's own code, plain text from its access check.</summary>
    public static string MessageIn(ReadOnlyMemory<byte> body)
    {
        try
        {
            using var document = JsonDocument.Parse(body);
            return document.RootElement.ValueKind == JsonValueKind.Object
                && document.RootElement.TryGetProperty("status", out var status)
                && status.ValueKind == JsonValueKind.Object
                && status.TryGetProperty("error", out var error)
                ? error.GetString() ?? string.Empty : Encoding.UTF8.GetString(body.Span);
        }
        catch (JsonException)
        {
            return Encoding.UTF8.GetString(body.Span);
        }
    }

    private static string Describe(QdrantCall call) =>
        call.Collection is null ? $"to {call.Operation}" : $"to {call.Operation} collection '{call.Collection}'";

    private static string SaidBy(QdrantReply reply) => reply switch
    {
        { IsUnapplied: true } => "the write was taken, but not applied in time.",
        { Message: { Length: > 0 } message } => message.TrimEnd('.', ' ', '\n') + ".",
        _ => "the server gave no reason.",
    };

    private static string Advice(QdrantReply reply) => reply.Status switch
    {
        QdrantReply.NoAnswer => "Check Qdrant:Url and that the server runs.",
        400 or 422 => "The server and this program do not agree; check that no other program uses the collection.",
        401 => "Check Qdrant:ApiKey.",
        403 => "The key may not do this; writing needs one that is not read-only.",
        404 => "The collection is missing, or Qdrant:Url is not the address of a Qdrant server.",
        408 => "The server is overloaded or Qdrant:AttemptSeconds is too short.",
        413 => "A proxy before the server refuses requests of this size; raise its limit.",
        429 => "The server limits the rate of requests; try again later, or raise the limit.",
        507 => "The server is out of room: free memory or disk space, or raise the quota, then repeat the command.",
        >= 500 => "The server failed; its log says more. Repeat the command when it is well.",
        _ when reply.IsUnreadable => "Qdrant:Url may be the address of something else; if not, try again in a moment.",
        _ => "Try again in a moment.",
    };
}
