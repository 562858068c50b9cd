using Assistant.Core;
using Assistant.Eval.Metrics;

namespace Assistant.Eval.Running;

/// <summary>What is measured: the product over an index of the suite, or a script in a test.</summary>
internal sealed record EvaluatedSystem
{
    /// <summary>From question to answer, as a user gets it.</summary>
    public required Func<Question, CancellationToken, Task<Answer>> AnswerAsync { get; init; }

    /// <summary>The whole fused union for the question as the product searches it, best first.</summary>
    public required Func<Question, CancellationToken, Task<IReadOnlyList<RankedPassage>>> RetrieveAsync { get; init; }

    /// <summary>The passages that an article is indexed as.</summary>
    public required Func<Article, IReadOnlyList<Passage>> Chunk { get; init; }

    /// <summary>Ids of the articles that can be searched.</summary>
    public required IReadOnlySet<string> IndexedArticleIds { get; init; }

    /// <summary>Passages in the index.</summary>
    public int PassageCount { get; init; }

    /// <summary>Who judges whether quotes support a sentence; each is named beside its figures.</summary>
    public IReadOnlyList<ISupportJudge> Judges { get; init; } = [new VerbatimJudge()];
}
