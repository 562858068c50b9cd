using System.Collections.Concurrent;

namespace Assistant.Tests.Indexing.Qdrant.Server;

/// <summary>What survives a restart of the server.</summary>
internal sealed class ContractState
{
    public ConcurrentDictionary<string, StoredCollection> Collections { get; } = new();

    public ConcurrentDictionary<string, string> Aliases { get; } = new();

    /// <summary>Held by changes of collections and aliases.</summary>
    public Lock Gate { get; } = new();

    public StoredCollection? Find(string name) =>
        Collections.GetValueOrDefault(Aliases.TryGetValue(name, out var target) ? target : name);
}
