using System.Text.Json;
using Assistant.Core;
using Assistant.Core.Ingestion;
using Assistant.Core.Retrieval;
using Assistant.Eval.Metrics;

namespace Assistant.Eval.Running;

/// <summary>The product itself as the system that is measured.</summary>
internal static class ProductSystem
{
    private const int FingerprintLength = 16;

    /// <summary>Wires an open workspace, whose index holds the suite, to the runner.</summary>
    public static async Task<EvaluatedSystem> OfAsync(
        Workspace workspace, Chunker chunker, CancellationToken cancellationToken)
    {
        var articles = await workspace.Index.ListArticlesAsync(cancellationToken);
        return new EvaluatedSystem
        {
            AnswerAsync = workspace.Answerer.AnswerAsync,
            RetrieveAsync = async (question, stop) =>
            {
                var search = FollowUpRule.Resolve(question).SearchText;
                return (await workspace.Retriever.RetrieveAsync(search, question.Filter, stop)).Passages;
            },
            Chunk = chunker.Chunk,
            IndexedArticleIds = articles.Select(static article => article.Id).ToHashSet(StringComparer.Ordinal),
            PassageCount = articles.Sum(static article => article.PassageCount),
            Judges = [new VerbatimJudge(), new ClaimHeadJudge(workspace.Reader)],
        };
    }

    /// <summary>The index's fingerprint in short: what it was made with, then a hash of all of it.</summary>
    public static string Fingerprint(Workspace workspace)
    {
        var fingerprint = workspace.Embeddings.Fingerprint;
        var hash = ArticleKey.Hash(JsonSerializer.Serialize(fingerprint, AssistantJson.Options))[..FingerprintLength];
        return $"{fingerprint.Model} chunker {fingerprint.Chunker} {fingerprint.LexicalAnalyzer} {hash}";
    }
}
