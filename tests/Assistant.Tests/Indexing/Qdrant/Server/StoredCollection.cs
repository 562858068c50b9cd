using System.Collections.Concurrent;
using System.Text.Json;

namespace Assistant.Tests.Indexing.Qdrant.Server;

/// <summary>A collection: its configuration, its points, and what sparse search needs of them.</summary>
/// <remarks>
/// A write of many points is not one step: readers may see a part of them, as on the real server. Search is always exact:
/// graphs and quantisation are not modelled.
/// </remarks>
internal sealed class StoredCollection
{
    private readonly Lock _gate = new();
    private readonly Dictionary<PointKey, StoredPoint> _points = [];
    private readonly Dictionary<(int Shard, string Name, uint Term), Dictionary<PointKey, float>> _postings = [];
    private readonly int[] _pointsOfShard;
    private StoredPoint[]? _sorted;
    private ulong _operation;

    public StoredCollection(JsonElement config)
    {
        Config = config;
        Shards = Math.Max(1, config.Field("shard_number").Number(1));
        _pointsOfShard = new int[Shards];
        foreach (var vector in config.Field("vectors").IsSet() ? config.Field("vectors").EnumerateObject().ToArray() : [])
            Dense[vector.Name] = vector.Value.GetProperty("size").GetInt32();
        foreach (var vector in config.Field("sparse_vectors").IsSet() ? config.Field("sparse_vectors").EnumerateObject().ToArray() : [])
            Sparse[vector.Name] = vector.Value.Field("modifier") is { ValueKind: JsonValueKind.String } modifier && modifier.GetString() == "idf";
    }

    public JsonElement Config { get; }

    public int Shards { get; }

    /// <summary>Dimensions by name.</summary>
    public Dictionary<string, int> Dense { get; } = [];

    /// <summary>Whether idf is applied, by name.</summary>
    public Dictionary<string, bool> Sparse { get; } = [];

    public ConcurrentDictionary<string, string> PayloadSchema { get; } = new();

    /// <summary>All points by key.</summary>
    public StoredPoint[] Snapshot()
    {
        lock (_gate) return _sorted ??= [.. _points.Values.OrderBy(static point => point.Key)];
    }

    /// <summary>The points that fulfil the filter.</summary>
    public IReadOnlyList<StoredPoint> Matching(FilterMatcher filter) =>
        [.. (filter.Ids is null ? Snapshot() : filter.Ids.Select(Find).OfType<StoredPoint>()).Where(filter.Matches)];

    public StoredPoint? Find(PointKey key)
    {
        lock (_gate) return _points.GetValueOrDefault(key);
    }

    /// <summary>Replaces points, one after the other; those that are there only if they fulfil the filter.</summary>
    public ulong Upsert(IReadOnlyList<StoredPoint> points, FilterMatcher? updateFilter)
    {
        var operation = Interlocked.Increment(ref _operation);
        foreach (var point in points)
        {
            lock (_gate)
            {
                var old = _points.GetValueOrDefault(point.Key);
                if (old is not null && updateFilter?.Matches(old) == false) continue;
                Remove(old);
                Add(point with { Version = operation });
            }
        }

        return operation;
    }

    public ulong Delete(IReadOnlyList<StoredPoint> points)
    {
        foreach (var key in points.Select(static point => point.Key))
        {
            lock (_gate) Remove(_points.GetValueOrDefault(key));
        }

        return Interlocked.Increment(ref _operation);
    }

    /// <summary>Scores of the points that share a term with the query: in 32-bit floats, with the idf of each shard.</summary>
    public IReadOnlyList<(StoredPoint Point, float Score)> ScoreSparse(string name, SparseTerms query, FilterMatcher filter)
    {
        lock (_gate)
        {
            var scores = new Dictionary<PointKey, float>();
            for (var shard = 0; shard < Shards; shard++)
            {
                for (var i = 0; i < query.Indices.Length; i++)
                {
                    if (!_postings.TryGetValue((shard, name, query.Indices[i]), out var postings)) continue;
                    var weight = query.Values[i] * (Sparse[name] ? Idf(_pointsOfShard[shard], postings.Count) : 1);
                    var keys = filter.Ids ?? (IEnumerable<PointKey>)postings.Keys;
                    foreach (var key in keys)
                        if (postings.TryGetValue(key, out var value)) scores[key] = scores.GetValueOrDefault(key) + (weight * value);
                }
            }

            return [.. scores.Select(one => (_points[one.Key], one.Value)).Where(one => filter.Matches(one.Item1))];
        }
    }

    private static float Idf(int points, int containing) =>
        (float)Math.Log(((points - containing + 0.5) / (containing + 0.5)) + 1);

    private void Add(StoredPoint point)
    {
        _points[point.Key] = point;
        _sorted = null;
        var shard = point.ShardOf(Shards);
        _pointsOfShard[shard]++;
        foreach (var (name, terms) in point.Sparse)
        {
            for (var i = 0; i < terms.Indices.Length; i++)
            {
                var key = (shard, name, terms.Indices[i]);
                if (!_postings.TryGetValue(key, out var postings)) _postings[key] = postings = [];
                postings[point.Key] = terms.Values[i];
            }
        }
    }

    private void Remove(StoredPoint? point)
    {
        if (point is null) return;
        _points.Remove(point.Key);
        _sorted = null;
        var shard = point.ShardOf(Shards);
        _pointsOfShard[shard]--;
        foreach (var (name, terms) in point.Sparse)
            foreach (var term in terms.Indices) _postings[(shard, name, term)].Remove(point.Key);
    }
}
