using Assistant.Core;
using Assistant.Core.Answering;
using Assistant.Core.Configuration;
using Assistant.Tests.Ingestion;

namespace Assistant.Tests.Answering;

public sealed class SavedAnswersTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("assistant-answers").FullName;
    private readonly SettableClock _clock = new();
    private readonly MemoryIndex _index = new();

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task Gives_back_what_it_kept_also_when_opened_again()
    {
        var answer = Make("a1", "article-1");
        using (var saved = Open()) await saved.SaveAsync(answer, _index, CancellationToken.None);

        using var again = Open();
        var found = await again.FindAsync("a1", CancellationToken.None);

        Assert.Equal(answer.Question, found!.Question);
        Assert.Equal(answer.Citations, found.Citations);
        Assert.Equal(answer.Retrieved[0].PassageId, found.Retrieved[0].PassageId);
        Assert.Null(await again.FindAsync("unknown", CancellationToken.None));
    }

    [Fact]
    public async Task Lets_go_of_what_is_too_old()
    {
        using var saved = Open(new AnswersOptions { KeepDays = 30 });
        await saved.SaveAsync(Make("old", "article-1"), _index, CancellationToken.None);

        _clock.Now += TimeSpan.FromDays(30) + TimeSpan.FromSeconds(1);

        Assert.Null(await saved.FindAsync("old", CancellationToken.None));
        await saved.SaveAsync(Make("new", "article-1"), _index, CancellationToken.None);
        Assert.NotNull(await saved.FindAsync("new", CancellationToken.None));
    }

    [Fact]
    public async Task Lets_go_of_the_oldest_when_there_are_too_many()
    {
        using var saved = Open(new AnswersOptions { KeepCount = 2 });
        foreach (var id in new[] { "first", "second", "third" })
        {
            await saved.SaveAsync(Make(id, "article-1"), _index, CancellationToken.None);
            _clock.Now += TimeSpan.FromSeconds(1);
        }

        Assert.Null(await saved.FindAsync("first", CancellationToken.None));
        Assert.NotNull(await saved.FindAsync("second", CancellationToken.None));
        Assert.NotNull(await saved.FindAsync("third", CancellationToken.None));
    }

    [Fact]
    public async Task Keeps_nothing_when_told_so()
    {
        using var saved = Open(new AnswersOptions { KeepDays = 0 });

        await saved.SaveAsync(Make("a1", "article-1"), _index, CancellationToken.None);

        Assert.Null(await saved.FindAsync("a1", CancellationToken.None));
        Assert.Equal(0, await saved.EraseMentionsAsync("article-1", CancellationToken.None));
        Assert.Empty(Directory.GetFileSystemEntries(_folder));
    }

    [Fact]
    public async Task Lets_go_of_all_it_kept_when_told_to_keep_nothing_any_more()
    {
        using (var saved = Open()) await saved.SaveAsync(Make("a1", "article-1"), _index, CancellationToken.None);

        Open(new AnswersOptions { KeepDays = 0 }).Dispose();

        using var again = Open();
        Assert.Null(await again.FindAsync("a1", CancellationToken.None));
    }

    [Fact]
    public void Says_what_to_do_with_a_file_that_is_something_else()
    {
        File.WriteAllText(Path.Combine(_folder, "answers.db"), new string('x', 5000));

        var error = Assert.Throws<InvalidDataException>(() => Open());

        Assert.Contains("Move the file away", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Erases_by_id_and_by_article()
    {
        using var saved = Open();
        await saved.SaveAsync(Make("a1", "article-1"), _index, CancellationToken.None);
        await saved.SaveAsync(Make("a2", "article-2"), _index, CancellationToken.None);
        await saved.SaveAsync(Make("a3", "article-2"), _index, CancellationToken.None);

        Assert.True(await saved.EraseAsync("a1", CancellationToken.None));
        Assert.False(await saved.EraseAsync("a1", CancellationToken.None));
        Assert.Equal(2, await saved.EraseMentionsAsync("article-2", CancellationToken.None));
        Assert.Null(await saved.FindAsync("a3", CancellationToken.None));
        Assert.DoesNotContain("the exact words", ReadFile(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Erasing_an_article_erases_the_answers_that_mention_it_and_no_other()
    {
        using var saved = Open();
        await saved.SaveAsync(Make("a1", "article-1"), _index, CancellationToken.None);
        await saved.SaveAsync(Make("a2", "article-2"), _index, CancellationToken.None);

        await saved.EraseArticleAsync(_index, "article-1", CancellationToken.None);

        Assert.True((await _index.FindAsync("article-1", CancellationToken.None))!.IsErased);
        Assert.Null(await saved.FindAsync("a1", CancellationToken.None));
        Assert.NotNull(await saved.FindAsync("a2", CancellationToken.None));
    }

    [Fact]
    public async Task An_answer_is_not_kept_when_its_article_was_erased_meanwhile()
    {
        using var saved = Open();
        await _index.EraseAsync("article-1", CancellationToken.None);

        await saved.SaveAsync(Make("late", "article-1"), _index, CancellationToken.None);

        Assert.Null(await saved.FindAsync("late", CancellationToken.None));
    }

    private string ReadFile() => System.Text.Encoding.UTF8.GetString(File.ReadAllBytes(Path.Combine(_folder, "answers.db")));

    private SavedAnswers Open(AnswersOptions? options = null) => new(_folder, options ?? new AnswersOptions(), _clock);

    private static Answer Make(string id, string articleId) => new()
    {
        Id = id,
        Question = "What?",
        StandaloneQuestion = "What?",
        Status = AnswerStatus.Answered,
        Text = "the exact words",
        Citations =
        [
            new Citation
            {
                Number = 1,
                ArticleId = articleId,
                Revision = "r",
                PassageId = Guid.Empty,
                Start = 0,
                End = 15,
                Quote = "the exact words",
                Title = "Title",
                Source = "Source",
            },
        ],
        Retrieved =
        [
            new RankedPassage
            {
                PassageId = Guid.Empty,
                ArticleId = articleId,
                Revision = "r",
                Title = "Title",
                Source = "Source",
                Start = 0,
                End = 15,
                Text = "the exact words",
                DenseScore = 0.5,
                LexicalScore = 1,
            },
        ],
        Confidence = 0.9,
        Timings = new AnswerTimings(1, 2, 3),
    };

    private sealed class SettableClock : TimeProvider
    {
        public DateTimeOffset Now { get; set; } = new(2024, 5, 1, 0, 0, 0, TimeSpan.Zero);

        public override DateTimeOffset GetUtcNow() => Now;
    }
}
