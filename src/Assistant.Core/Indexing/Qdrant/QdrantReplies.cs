using System.Text.Json;

namespace Assistant.Core.Indexing.Qdrant;

/// <summary>A point that was found or read.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Score">Of a search: higher is better.</param>
/// <param name="Payload">Null when none was asked for.</param>
internal sealed record FoundPoint<TPayload>(Guid Id, float Score, TPayload? Payload);

internal sealed record SearchReply<TPayload>(IReadOnlyList<FoundPoint<TPayload>> Points);

internal sealed record ScrollReply<TPayload>(IReadOnlyList<FoundPoint<TPayload>> Points, Guid? NextPageOffset);

internal sealed record CountReply(long Count);

internal sealed record AliasList(IReadOnlyList<AliasTarget> Aliases);

internal sealed record CollectionNames(IReadOnlyList<CollectionName> Collections);

internal sealed record CollectionName(string Name);

/// <summary>A collection as the server describes it.</summary>
internal sealed record CollectionDescription(string Status, CollectionConfig Config);

internal sealed record CollectionConfig(JsonElement Params, Dictionary<string, JsonElement>? Metadata);
