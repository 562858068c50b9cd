using Assistant.Core;
using Assistant.Core.Retrieval;
using Assistant.Tests.Answering;

namespace Assistant.Tests.Console.Chat;

/// <summary>Answers each question with the next of some answers, and remembers what was asked.</summary>
internal sealed class ScriptedAnswers(params Func<Question, Answer>[] answers)
{
    private int _next;

    public List<Question> Asked { get; } = [];

    public Task<Answer> AnswerAsync(Question question, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        Asked.Add(question);
        return Task.FromResult(answers[_next++](question));
    }

    public static Answer Refusal(Question question) => new()
    {
        Id = "id",
        Question = question.Text,
        StandaloneQuestion = FollowUpRule.Resolve(question).ReaderText,
        Status = AnswerStatus.NoEvidence,
        Text = "The articles do not say.",
        Confidence = 0,
        Timings = new AnswerTimings(0, 0, 0),
    };

    /// <summary>Cites the middle of a passage; the article and its description are full of escape sequences.</summary>
    public static Answer Quote(Question question)
    {
        const string quote = "The harbour\u001b[2J opened \u202Eon 2 May.";
        var article = Samples.Article("abcdefghijkl", $"Before it. {quote} After\u0007 it.", "A \u001b]0;owned\u0007title");
        var passage = Samples.Passage(article, article.Text);
        var start = article.Text.IndexOf(quote, StringComparison.Ordinal);
        return Refusal(question) with
        {
            Status = AnswerStatus.Answered,
            Text = quote,
            ShortAnswer = "2 May",
            Sentences = [new AnswerSentence(quote, [1], Verdict.Supported)],
            Citations =
            [
                new Citation
                {
                    Number = 1,
                    ArticleId = article.Id,
                    Revision = article.Revision,
                    PassageId = passage.PassageId,
                    Start = start,
                    End = start + quote.Length,
                    Quote = quote,
                    Title = article.Title,
                    Source = article.Source,
                },
            ],
            Retrieved = [passage, passage with { ArticleId = "mnopqrstuvwx", PassageId = Guid.Empty, Title = "Another" }],
        };
    }
}
