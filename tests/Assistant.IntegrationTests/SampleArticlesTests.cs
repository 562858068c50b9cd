using System.Text.Json;
using Assistant.Core;

namespace Assistant.IntegrationTests;

public class SampleArticlesTests(SampleArticles sample) : IClassFixture<SampleArticles>
{
    [Fact]
    public async Task Answers_the_question_of_the_readme()
    {
        var answer = await sample.AskAsync("What did Putin offer on the Su-57?");

        Assert.Equal(AnswerStatus.Answered, answer.Status);
        Assert.Contains(answer.Citations, static citation =>
            citation.Quote.Contains("work jointly on the Su-35 and cooperate on the Su-57", StringComparison.Ordinal));
        Assert.All(answer.Citations, static citation => Assert.NotNull(citation.PublishedAt));
    }

    [Theory]
    [InlineData("What did Merkel offer on the Su-57?", "Merkel")]
    [InlineData("What did Putin offer on the MiG-41?", "MiG-41")]
    [InlineData("What is the capital of Norway?", "Norway")]
    public async Task Refuses_what_the_articles_do_not_say(string question, string missingName)
    {
        var answer = await sample.AskAsync(question);

        Assert.Equal(AnswerStatus.NoEvidence, answer.Status);
        Assert.Empty(answer.Citations);
        Assert.Empty(answer.Sentences);
        Assert.Null(answer.ShortAnswer);
        Assert.NotEmpty(answer.Retrieved);
        Assert.Contains($"“{missingName}”", answer.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_follow_up_on_another_aircraft_is_not_answered_about_the_first()
    {
        var answer = await sample.AskAsync("And the MiG-41?", new Turn(TurnRole.User, "What did Putin offer on the Su-57?"));

        Assert.Equal(AnswerStatus.NoEvidence, answer.Status);
        Assert.DoesNotContain("Su-57", answer.StandaloneQuestion, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Every_quote_equals_the_text_at_its_offsets()
    {
        var answered = 0;
        foreach (var question in Questions().Where(static (_, i) => i % 10 == 0))
        {
            var answer = await sample.AskAsync(question);
            answered += answer.Citations.Count;
            Assert.Equal(Enumerable.Range(1, answer.Citations.Count), answer.Citations.Select(static citation => citation.Number));
            foreach (var citation in answer.Citations)
            {
                var article = await sample.Workspace.Index.GetArticleAsync(
                    citation.ArticleId, citation.Revision, CancellationToken.None);
                Assert.Equal(article!.Text[citation.Start..citation.End], citation.Quote);
            }

            Assert.All(answer.Sentences, static sentence => Assert.NotEmpty(sentence.Citations));
            if (answer.ShortAnswer is { } span) Assert.Contains(OneLine(span), OneLine(answer.Citations[0].Quote), StringComparison.Ordinal);
        }

        Assert.InRange(answered, 10, 200);
    }

    [Fact]
    public async Task Asking_twice_gives_the_same_answer_but_for_its_id_and_times()
    {
        var first = await sample.AskAsync("Who opened MAKS-2019 with Putin?");
        var second = await sample.AskAsync("Who opened MAKS-2019 with Putin?");

        Assert.NotEqual(first.Id, second.Id);
        Assert.Equal(Stable(first), Stable(second));
    }

    [Fact]
    public async Task A_second_ingestion_embeds_and_writes_nothing()
    {
        Assert.Equal(0, sample.FirstIngestion.Refused);
        Assert.True(sample.FirstIngestion.Added >= 40);
        var digest = await sample.Workspace.Index.ComputeDigestAsync(CancellationToken.None);
        var written = File.GetLastWriteTimeUtc(sample.IndexPath);

        var again = await sample.IngestAsync();

        Assert.Equal(0, again.Embedded);
        Assert.Equal(sample.FirstIngestion.Added, again.Unchanged);
        Assert.Equal(again.Items.Count, again.Unchanged);
        Assert.Equal(digest, await sample.Workspace.Index.ComputeDigestAsync(CancellationToken.None));
        Assert.Equal(written, File.GetLastWriteTimeUtc(sample.IndexPath));
    }

    [Fact]
    public async Task A_date_filter_leaves_later_articles_out()
    {
        var filter = new PassageFilter { PublishedBefore = new DateTimeOffset(2019, 1, 1, 0, 0, 0, TimeSpan.Zero) };
        var answer = await sample.Workspace.Answerer.AnswerAsync(
            new Question { Text = "What did Putin offer on the Su-57?", Filter = filter }, CancellationToken.None);

        Assert.All(answer.Retrieved, static passage => Assert.True(passage.PublishedAt < new DateTimeOffset(2019, 1, 1, 0, 0, 0, TimeSpan.Zero)));
        Assert.Equal(AnswerStatus.NoEvidence, answer.Status);
    }

    [Theory]
    [InlineData("")]
    [InlineData("   ")]
    public async Task Refuses_a_blank_question(string question) =>
        await Assert.ThrowsAsync<ArgumentException>(() => sample.AskAsync(question));

    [Fact]
    public async Task Refuses_a_question_that_is_too_long() =>
        await Assert.ThrowsAsync<ArgumentException>(() => sample.AskAsync(new string('a', 2001)));

    private static string Stable(Answer answer) =>
        JsonSerializer.Serialize(answer with { Id = string.Empty, Timings = new AnswerTimings(0, 0, 0) }, AssistantJson.Options);

    private static string OneLine(string text) => string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    private static IEnumerable<string> Questions() =>
        File.ReadLines(Path.Combine(SampleArticles.Repository, "eval", "news", "queries.jsonl"))
            .Select(static line => JsonDocument.Parse(line).RootElement.GetProperty("text").GetString()!);
}
