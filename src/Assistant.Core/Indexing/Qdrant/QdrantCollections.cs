using System.Globalization;

namespace Assistant.Core.Indexing.Qdrant;

/// <summary>The index's two collections: made when they are missing, checked when they are there.</summary>
/// <remarks>
/// Articles are in one collection; passages are in a numbered one that is only ever named by its alias, so that a new one can
/// take its place in one step. Opening an index that is there writes nothing: a read-only key will do.
/// </remarks>
internal sealed class QdrantCollections(
    QdrantClient client, QdrantCollectionOptions options, IndexFingerprint fingerprint)
{
    public string Articles { get; } = $"{options.Name}-articles";

    /// <summary>The alias.</summary>
    public string Passages { get; } = $"{options.Name}-passages";

    /// <exception cref="IndexException">A collection holds something else, or was built otherwise.</exception>
    public async Task OpenAsync(CancellationToken cancellationToken)
    {
        await OpenArticlesAsync(cancellationToken);
        if (await client.FindCollectionAsync(Passages, cancellationToken) is { } found)
        {
            QdrantSchema.Check(Passages, found, fingerprint, hasVectors: true);
            return;
        }

        var first = QdrantSchema.Numbered(Passages, 1);
        await CreatePassagesAsync(first, cancellationToken);
        await client.SetAliasAsync(Passages, first, cancellationToken);
    }

    /// <summary>Makes the collection that is to take the place of the present one.</summary>
    /// <returns>Its name.</returns>
    public async Task<string> CreateNextAsync(CancellationToken cancellationToken)
    {
        var numbers = (await ListPassagesAsync(cancellationToken)).Select(NumberOf);
        var next = QdrantSchema.Numbered(Passages, numbers.DefaultIfEmpty(0).Max() + 1);
        await CreatePassagesAsync(next, cancellationToken);
        return next;
    }

    /// <summary>Removes the collections of passages that the alias does not stand for: those replaced, and those never finished.</summary>
    public async Task RemoveOthersAsync(CancellationToken cancellationToken)
    {
        var current = await client.FindAliasAsync(Passages, cancellationToken);
        if (current is null) return;
        var others = (await ListPassagesAsync(cancellationToken)).Where(name => name != current);
        foreach (var name in others) await client.DeleteCollectionAsync(name, cancellationToken);
    }

    private async Task OpenArticlesAsync(CancellationToken cancellationToken)
    {
        if (await client.FindCollectionAsync(Articles, cancellationToken) is null)
        {
            await client.CreateCollectionAsync(Articles, QdrantSchema.Articles(options, fingerprint), cancellationToken);
            await CreateFieldsAsync(Articles, QdrantSchema.ArticleFields, cancellationToken);
        }

        await CheckAsync(Articles, hasVectors: false, cancellationToken);
    }

    private async Task CreatePassagesAsync(string name, CancellationToken cancellationToken)
    {
        await client.CreateCollectionAsync(
            name, QdrantSchema.Passages(options, client.Version, fingerprint), cancellationToken);
        // Before any point: links that know the filters are only made for points that come after.
        await CreateFieldsAsync(name, QdrantSchema.PassageFields, cancellationToken);
        await CheckAsync(name, hasVectors: true, cancellationToken);
    }

    private async Task CreateFieldsAsync(
        string name, IReadOnlyList<(string Field, string Type)> fields, CancellationToken cancellationToken)
    {
        foreach (var (field, type) in fields) await client.CreateFieldIndexAsync(name, field, type, cancellationToken);
    }

    private async Task CheckAsync(string name, bool hasVectors, CancellationToken cancellationToken)
    {
        var found = await client.FindCollectionAsync(name, cancellationToken)
            ?? throw new IndexException(IndexFailure.Unavailable, $"The Qdrant collection '{name}' was removed while it was being opened.");
        QdrantSchema.Check(name, found, fingerprint, hasVectors);
    }

    private async Task<IReadOnlyList<string>> ListPassagesAsync(CancellationToken cancellationToken) =>
        [.. (await client.ListCollectionsAsync(cancellationToken)).Where(name => NumberOf(name) > 0)];

    private int NumberOf(string name) =>
        name.StartsWith($"{Passages}-", StringComparison.Ordinal)
        && int.TryParse(name.AsSpan(Passages.Length + 1), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 0;
}
