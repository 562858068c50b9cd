using Assistant.Core.Indexing;
using Microsoft.Extensions.AI;

namespace Assistant.Core.Retrieval;

/// <summary>Finds the passages nearest to a query: dense and lexical search, then rank fusion.</summary>
/// <remarks>Thread-safe.</remarks>
public sealed class Retriever(
    IPassageIndex index, IEmbeddingGenerator<string, Embedding<float>> queryEmbeddings, RetrievalOptions options)
{
    /// <summary>Searches the index.</summary>
    /// <param name="query">What to look for. Not blank.</param>
    /// <param name="filter">Which articles may be searched.</param>
    /// <param name="cancellationToken">Cancels the search.</param>
    /// <returns>The whole fused union, best first; empty when nothing may be searched.</returns>
    public async Task<RetrievalResult> RetrieveAsync(
        string query, PassageFilter filter, CancellationToken cancellationToken)
    {
        var embeddings = await queryEmbeddings.GenerateAsync([query], null, cancellationToken);
        var found = await index.SearchAsync(
            new PassageQuery
            {
                Embedding = embeddings[0].Vector,
                Text = query,
                Filter = filter,
                DenseCount = options.DenseCount,
                LexicalCount = options.LexicalCount,
            },
            cancellationToken);
        return new RetrievalResult(RankFusion.Fuse(found.Candidates, options.DenseWeight), found.UndatedLeftOut);
    }
}
