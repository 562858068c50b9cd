using System.Buffers;
using System.Text.Json;

namespace Assistant.Tests.Indexing.Qdrant.Server;

/// <summary>Collections, aliases and payload indexes.</summary>
internal static class CollectionHandlers
{
    private const int LargestVector = 65536;
    private const int LongestName = 255;
    private static readonly SearchValues<char> ForbiddenInNames = SearchValues.Create("<>:\"/\\|?*\0\u001f");

    public static Reply List(ContractState state) => Reply.Ok(writer =>
    {
        writer.WriteStartObject();
        writer.WriteStartArray("collections");
        foreach (var name in state.Collections.Keys)
        {
            writer.WriteStartObject();
            writer.WriteString("name", name);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
        writer.WriteEndObject();
    });

    public static Reply ListAliases(ContractState state) => Reply.Ok(writer =>
    {
        writer.WriteStartObject();
        writer.WriteStartArray("aliases");
        foreach (var (alias, collection) in state.Aliases)
        {
            writer.WriteStartObject();
            writer.WriteString("alias_name", alias);
            writer.WriteString("collection_name", collection);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
        writer.WriteEndObject();
    });

    public static Reply Create(ContractState state, string name, JsonElement body)
    {
        body.Only("collection", "vectors", "sparse_vectors", "shard_number", "replication_factor", "write_consistency_factor", "metadata");
        if (name.Length > LongestName || name.AsSpan().ContainsAny(ForbiddenInNames))
            throw new RefusedException(422, "Validation error in path parameters: [collection_name: invalid]");
        foreach (var factor in new[] { "shard_number", "replication_factor", "write_consistency_factor" })
            CheckFactor(factor, body.Field(factor));
        CheckVectors(body);
        lock (state.Gate)
        {
            if (state.Aliases.ContainsKey(name)) throw new RefusedException(400, $"Wrong input: Can't create collection with name {name}. Alias with the same name already exists");
            if (!state.Collections.TryAdd(name, new StoredCollection(body))) throw new RefusedException(409, $"Wrong input: Collection `{name}` already exists!");
        }

        return Reply.Ok(true);
    }

    /// <summary>Removes a collection with the aliases for it; by an alias nothing is removed.</summary>
    public static Reply Delete(ContractState state, string name)
    {
        lock (state.Gate)
        {
            var isRemoved = state.Collections.TryRemove(name, out _);
            if (isRemoved)
            {
                var aliases = state.Aliases.Where(alias => alias.Value == name).Select(static alias => alias.Key).ToList();
                foreach (var alias in aliases) state.Aliases.TryRemove(alias, out _);
            }

            return Reply.Ok(isRemoved);
        }
    }

    public static Reply Exists(ContractState state, string name) => Reply.Ok(writer =>
    {
        writer.WriteStartObject();
        writer.WriteBoolean("exists", state.Find(name) is not null);
        writer.WriteEndObject();
    });

    public static Reply Describe(StoredCollection collection) => Reply.Ok(writer =>
    {
        var count = collection.Snapshot().Length;
        writer.WriteStartObject();
        writer.WriteString("status", "green");
        writer.WriteString("optimizer_status", "ok");
        writer.WriteNumber("points_count", count);
        writer.WriteNumber("segments_count", 1);
        writer.WriteStartObject("config");
        WriteParams(writer, collection);
        if (collection.Config.Field("metadata").IsSet())
        {
            writer.WritePropertyName("metadata");
            collection.Config.Field("metadata").WriteTo(writer);
        }

        writer.WriteEndObject();
        writer.WriteStartObject("payload_schema");
        foreach (var (field, type) in collection.PayloadSchema)
        {
            writer.WriteStartObject(field);
            writer.WriteString("data_type", type);
            writer.WriteNumber("points", count);
            writer.WriteEndObject();
        }

        writer.WriteEndObject();
        writer.WriteEndObject();
    });

    /// <summary>All actions in order, without going back when one fails.</summary>
    public static Reply ChangeAliases(ContractState state, JsonElement body)
    {
        lock (state.Gate)
        {
            foreach (var action in body.Only("aliases", "actions").GetProperty("actions").EnumerateArray()) ChangeAlias(state, action);
        }

        return Reply.Ok(true);
    }

    public static Reply CreateIndex(StoredCollection collection, ContractRequest request)
    {
        request.Body.Only("index", "field_name", "field_schema");
        var schema = request.Body.Field("field_schema");
        if (!schema.IsSet()) throw new RefusedException(400, "Wrong input: Can't auto-detect field type");
        var type = schema.ValueKind == JsonValueKind.String ? schema.GetString()! : schema.GetProperty("type").GetString()!;
        if (type is not ("keyword" or "integer" or "bool" or "datetime" or "float" or "uuid")) throw RefusedException.NotModelled($"index of type {type}");
        collection.PayloadSchema[request.Body.GetProperty("field_name").GetString()!] = type;
        return PointHandlers.Updated(1, request.Waits ? "completed" : "acknowledged");
    }

    private static void ChangeAlias(ContractState state, JsonElement action)
    {
        action.Only("alias action", "create_alias", "delete_alias");
        if (action.Field("delete_alias").IsSet())
        {
            state.Aliases.TryRemove(action.Field("delete_alias").GetProperty("alias_name").GetString()!, out _);
            return;
        }

        var create = action.Field("create_alias").Only("create_alias", "alias_name", "collection_name");
        var (alias, collection) = (create.GetProperty("alias_name").GetString()!, create.GetProperty("collection_name").GetString()!);
        if (!state.Collections.ContainsKey(collection)) throw new RefusedException(404, $"Not found: Collection `{collection}` doesn't exist!");
        if (state.Collections.ContainsKey(alias)) throw new RefusedException(409, $"Wrong input: Collection `{alias}` already exists!");
        state.Aliases[alias] = collection;
    }

    private static void CheckFactor(string name, JsonElement value)
    {
        if (!value.IsSet()) return;
        if (value.GetInt64() < 0) throw new RefusedException(400, $"Format error in JSON body: invalid value for {name}");
        if (value.GetInt64() == 0) throw new RefusedException(422, $"Validation error in JSON body: [{name}: value 0 invalid, must be 1 or larger]");
    }

    private static void CheckVectors(JsonElement body)
    {
        foreach (var vector in body.Field("vectors").IsSet() ? body.Field("vectors").EnumerateObject().ToArray() : [])
        {
            if (vector.Value.ValueKind != JsonValueKind.Object) throw RefusedException.NotModelled("a single vector without a name");
            vector.Value.Only("vector", "size", "distance", "hnsw_config", "quantization_config", "on_disk", "memory");
            if (vector.Value.GetProperty("size").GetInt64() is < 1 or > LargestVector)
                throw new RefusedException(422, $"Validation error in JSON body: [vectors.{vector.Name}.size: must be from 1 to 65536]");
            if (vector.Value.GetProperty("distance").GetString() != "Cosine") throw RefusedException.NotModelled("other distances than Cosine");
        }

        var sparse = body.Field("sparse_vectors").IsSet() ? body.Field("sparse_vectors").EnumerateObject().ToArray() : [];
        foreach (var vector in sparse.Select(static one => one.Value)) vector.Only("sparse vector", "modifier", "index");
    }

    private static void WriteParams(Utf8JsonWriter writer, StoredCollection collection)
    {
        writer.WriteStartObject("params");
        foreach (var name in new[] { "vectors", "sparse_vectors", "shard_number", "replication_factor", "write_consistency_factor" })
        {
            if (!collection.Config.Field(name).IsSet()) continue;
            writer.WritePropertyName(name);
            collection.Config.Field(name).WriteTo(writer);
        }

        writer.WriteEndObject();
    }
}
