using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Net;
using System.Runtime.CompilerServices;
using System.Text.Json;

namespace Assistant.Core.Indexing.Qdrant;

/// <summary>The part of Qdrant's REST interface that the index uses, typed.</summary>
/// <remarks>Thread-safe. Writes return once they are applied and visible.</remarks>
internal sealed class QdrantClient(QdrantTransport transport, QdrantVersion version) : IDisposable
{
    private const int PointsPerPage = 256;
    private const int NotFound = (int)HttpStatusCode.NotFound;
    private const int Conflict = (int)HttpStatusCode.Conflict;

    public string Host => transport.Host;

    public QdrantVersion Version => version;

    /// <summary>Connects and asks for the version.</summary>
    /// <exception cref="IndexException">The server cannot be reached, or is too old.</exception>
    [SuppressMessage("Reliability", "CA2000:Dispose objects before losing scope", Justification = "The client owns it; disposed of when it fails.")]
    public static async Task<QdrantClient> ConnectAsync(QdrantOptions options, TimeProvider time, CancellationToken cancellationToken)
    {
        var transport = new QdrantTransport(options, time);
        try
        {
            var call = new QdrantCall { Method = HttpMethod.Get, Path = "/", Operation = "read the version" };
            var reply = await transport.SendAsync(call, cancellationToken);
            var text = reply.Result.ValueKind == JsonValueKind.Object && reply.Result.TryGetProperty("version", out var stated)
                ? stated.GetString() : null;
            return new QdrantClient(transport, QdrantVersion.Require(text, transport.Host));
        }
        catch
        {
            transport.Dispose();
            throw;
        }
    }

    /// <summary>True when the server takes requests.</summary>
    public Task<bool> IsReadyAsync(CancellationToken cancellationToken) => transport.IsOkAsync("/readyz", cancellationToken);

    /// <summary>The collection of this name or alias; null when there is none.</summary>
    public async Task<CollectionDescription?> FindCollectionAsync(string collection, CancellationToken cancellationToken)
    {
        var reply = await transport.SendAsync(
            Call(HttpMethod.Get, collection, "", "read") with { Expected = [NotFound] }, cancellationToken);
        return reply.Status == NotFound ? null : Read<CollectionDescription>(reply);
    }

    /// <summary>Makes a collection; does nothing when there is one of this name.</summary>
    public Task CreateCollectionAsync(string collection, object body, CancellationToken cancellationToken) =>
        transport.SendAsync(
            Write(HttpMethod.Put, collection, "?timeout=60", "make", body) with { Expected = [Conflict] }, cancellationToken);

    /// <summary>Removes a collection with its aliases; does nothing when there is none.</summary>
    public Task DeleteCollectionAsync(string collection, CancellationToken cancellationToken) =>
        transport.SendAsync(
            Call(HttpMethod.Delete, collection, "?timeout=60", "remove") with { IsWrite = true }, cancellationToken);

    public async Task<IReadOnlyList<string>> ListCollectionsAsync(CancellationToken cancellationToken)
    {
        var call = new QdrantCall { Method = HttpMethod.Get, Path = "/collections", Operation = "list the collections" };
        return [.. Read<CollectionNames>(await transport.SendAsync(call, cancellationToken)).Collections.Select(static one => one.Name)];
    }

    public Task CreateFieldIndexAsync(string collection, string field, string type, CancellationToken cancellationToken) =>
        transport.SendAsync(
            Write(HttpMethod.Put, collection, $"/index?{WaitUntilApplied}", $"index '{field}' of", new FieldIndexRequest(field, type)),
            cancellationToken);

    /// <summary>The collection that an alias stands for; null when there is no such alias.</summary>
    public async Task<string?> FindAliasAsync(string alias, CancellationToken cancellationToken)
    {
        var call = new QdrantCall { Method = HttpMethod.Get, Path = "/aliases", Operation = "list the aliases" };
        var reply = Read<AliasList>(await transport.SendAsync(call, cancellationToken));
        return reply.Aliases.FirstOrDefault(one => one.AliasName == alias)?.CollectionName;
    }

    /// <summary>Lets an alias stand for a collection, whatever it stood for before: one step, so no reader sees none.</summary>
    public Task SetAliasAsync(string alias, string collection, CancellationToken cancellationToken)
    {
        var body = new AliasChanges([new AliasChange(new AliasTarget(alias, collection))]);
        return transport.SendAsync(
            new QdrantCall
            {
                Method = HttpMethod.Post,
                Path = "/collections/aliases?timeout=60",
                Operation = "switch to",
                Collection = collection,
                Body = QdrantJson.Write(body),
                IsWrite = true,
            },
            cancellationToken);
    }

    /// <summary>Writes points, each as a whole.</summary>
    /// <param name="collection">Where.</param>
    /// <param name="body">A list of points, as JSON.</param>
    /// <param name="canSplit">The caller can make smaller calls of it.</param>
    /// <param name="cancellationToken">Cancels the call; it may have been applied.</param>
    /// <returns>False when a smaller call may go through.</returns>
    public async Task<bool> UpsertAsync(
        string collection, ReadOnlyMemory<byte> body, bool canSplit, CancellationToken cancellationToken)
    {
        var call = Call(HttpMethod.Put, collection, $"/points?{WaitUntilApplied}", "write points to") with
        {
            Body = body,
            IsWrite = true,
            CanSplit = canSplit,
        };
        return (await transport.SendAsync(call, cancellationToken)).IsSuccess;
    }

    /// <summary>Writes points; one that is there only if it fulfils the condition. Does not tell which were written.</summary>
    public Task UpsertIfAsync<TPayload>(
        string collection, Point<TPayload> point, PointFilter condition, CancellationToken cancellationToken) =>
        transport.SendAsync(
            Write(
                HttpMethod.Put,
                collection,
                $"/points?{WaitUntilApplied}&ordering=medium",
                "write points to",
                new ConditionalUpsert<TPayload>([point], condition)),
            cancellationToken);

    public Task DeleteAsync(string collection, PointFilter filter, CancellationToken cancellationToken) =>
        transport.SendAsync(
            Write(HttpMethod.Post, collection, $"/points/delete?{WaitUntilApplied}", "delete points of", new DeleteRequest(filter)),
            cancellationToken);

    /// <summary>The exact number of points.</summary>
    public async Task<long> CountAsync(string collection, PointFilter? filter, CancellationToken cancellationToken) =>
        Read<CountReply>(await transport.SendAsync(
            Query(collection, "/points/count", "count the points of", new CountRequest(filter, Exact: true)), cancellationToken)).Count;

    /// <summary>The points of these ids by id; those that are not there are left out.</summary>
    /// <param name="collection">Where.</param>
    /// <param name="ids">Which.</param>
    /// <param name="withPayload">True, or the names of the fields.</param>
    /// <param name="isPatient">See <see cref="QdrantCall.IsPatient"/>.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    public async Task<IReadOnlyDictionary<Guid, TPayload>> RetrieveAsync<TPayload>(
        string collection, IReadOnlyList<Guid> ids, object withPayload, bool isPatient, CancellationToken cancellationToken)
    {
        if (ids.Count == 0) return new Dictionary<Guid, TPayload>();
        var reply = await transport.SendAsync(
            Query(collection, "/points", "read points of", new RetrieveRequest(ids, withPayload, WithVector: false)) with { IsPatient = isPatient },
            cancellationToken);
        return Read<List<FoundPoint<TPayload>>>(reply)
            .Where(static point => point.Payload is not null)
            .ToDictionary(static point => point.Id, static point => point.Payload!);
    }

    /// <summary>All points that fulfil the filter, by id.</summary>
    public async IAsyncEnumerable<FoundPoint<TPayload>> ScrollAsync<TPayload>(
        string collection, PointFilter? filter, object withPayload, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        Guid? offset = null;
        do
        {
            var request = new ScrollRequest(filter, PointsPerPage, offset, withPayload, WithVector: false);
            var page = Read<ScrollReply<TPayload>>(await transport.SendAsync(
                Query(collection, "/points/scroll", "read points of", request), cancellationToken));
            foreach (var point in page.Points) yield return point;
            offset = page.NextPageOffset;
        }
        while (offset is not null);
    }

    /// <summary>What each search found, in the order of the searches.</summary>
    public async Task<IReadOnlyList<IReadOnlyList<FoundPoint<TPayload>>>> SearchAsync<TPayload>(
        string collection, IReadOnlyList<SearchRequest> searches, CancellationToken cancellationToken)
    {
        if (searches.Count == 0) return [];
        var reply = await transport.SendAsync(
            Query(collection, "/points/query/batch", "search", new SearchBatch(searches)), cancellationToken);
        return [.. Read<List<SearchReply<TPayload>>>(reply).Select(static found => found.Points)];
    }

    public void Dispose() => transport.Dispose();

    private string WaitUntilApplied => version.HasWriteTimeout
        ? string.Create(CultureInfo.InvariantCulture, $"wait=true&timeout={transport.ServerSeconds}") : "wait=true";

    private QdrantCall Query(string collection, string path, string operation, object body)
    {
        var timed = string.Create(CultureInfo.InvariantCulture, $"{path}?timeout={transport.ServerSeconds}");
        return Call(HttpMethod.Post, collection, timed, operation) with { Body = QdrantJson.Write(body) };
    }

    private static QdrantCall Write(HttpMethod method, string collection, string path, string operation, object body) =>
        Call(method, collection, path, operation) with { Body = QdrantJson.Write(body), IsWrite = true };

    private static QdrantCall Call(HttpMethod method, string collection, string path, string operation) => new()
    {
        Method = method,
        Path = $"/collections/{Uri.EscapeDataString(collection)}{path}",
        Operation = operation,
        Collection = collection,
    };

    private T Read<T>(QdrantReply reply)
    {
        try
        {
            return reply.Result.Deserialize<T>(QdrantJson.Options)
                ?? throw new JsonException("The result is null.");
        }
        catch (JsonException error)
        {
            throw new IndexException(
                IndexFailure.Unavailable, $"Qdrant at {Host} answered in a form that this program does not know: {error.Message}", error);
        }
    }
}
