using Assistant.Core;
using Assistant.Eval.Metrics;
using Assistant.Eval.Suites;

namespace Assistant.Eval.Running;

/// <summary>Tells whether chunking cut a question's answer in two. Pure.</summary>
internal static class ChunkBoundaries
{
    /// <summary>
    /// True when no piece of gold evidence lies within one passage; without evidence, when the documents hold an answer
    /// string, but no passage does.
    /// </summary>
    /// <param name="question">The question, its evidence and answers.</param>
    /// <param name="documents">The suite's documents.</param>
    /// <param name="chunk">The passages that an article is indexed as.</param>
    public static bool Split(SuiteQuestion question, DocumentMap documents, Func<Article, IReadOnlyList<Passage>> chunk)
    {
        var gold = question.GoldDocuments
            .Select(id => (Id: id, Article: documents.Find(id)))
            .Where(static document => document.Article is not null)
            .Select(document => (document.Id, Article: document.Article!, Passages: chunk(document.Article!)))
            .ToList();
        if (question.Evidence.Count > 0)
        {
            return !question.Evidence.SelectMany(static evidence => evidence.Spans).Any(span => gold
                .Where(document => document.Id == span.DocumentId)
                .Any(document => document.Passages.Any(passage => passage.Start <= span.Start && span.End <= passage.End)));
        }

        var held = question.Answers
            .Where(answer => gold.Exists(document => AnswerSentenceHit.Holds(document.Article.Text, answer)))
            .ToList();
        return held.Count > 0
            && !held.Exists(answer => gold.Exists(document =>
                document.Passages.Any(passage => AnswerSentenceHit.Holds(passage.Text, answer))));
    }
}
