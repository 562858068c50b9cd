using System.Text.Json;
using Assistant.Core.Configuration;
using Assistant.Core.Indexing;
using Microsoft.Data.Sqlite;

namespace Assistant.Core.Answering;

/// <summary>Answers that were given, kept in <c>&lt;data&gt;/answers.db</c> so that a link to one can be opened later.</summary>
/// <remarks>
/// Thread-safe; several processes may use the same file. What is erased is overwritten on disk. Kept as JSON: the form that
/// clients get.
/// </remarks>
public sealed class SavedAnswers : IDisposable
{
    private const string Schema = """
        PRAGMA journal_mode = DELETE;
        CREATE TABLE IF NOT EXISTS answer (id TEXT PRIMARY KEY, saved_at INTEGER NOT NULL, json TEXT NOT NULL) WITHOUT ROWID;
        CREATE INDEX IF NOT EXISTS answer_by_time ON answer (saved_at);
        CREATE TABLE IF NOT EXISTS mention (
            article_id TEXT NOT NULL, answer_id TEXT NOT NULL REFERENCES answer (id) ON DELETE CASCADE,
            PRIMARY KEY (article_id, answer_id)) WITHOUT ROWID;
        CREATE INDEX IF NOT EXISTS mention_by_answer ON mention (answer_id);
        """;

    private readonly SqliteConnection _connection;
    private readonly SemaphoreSlim _gate = new(1, 1);
    private readonly AnswersOptions _options;
    private readonly TimeProvider _clock;

    /// <summary>Opens or creates the file; when none are to be kept it makes no file, and empties one that is there.</summary>
    /// <param name="dataFolder">The data folder; it exists.</param>
    /// <param name="options">How long to keep.</param>
    /// <param name="clock">The clock.</param>
    /// <exception cref="InvalidDataException">The file cannot be used; the message says what to do.</exception>
    public SavedAnswers(string dataFolder, AnswersOptions options, TimeProvider clock)
    {
        _options = options;
        _clock = clock;
        var path = Path.Combine(dataFolder, "answers.db");
        var isFile = options.KeepDays > 0 || File.Exists(path);
        if (isFile) new FileStream(path, OwnerOnly.File(FileMode.OpenOrCreate, FileShare.ReadWrite)).Dispose();
        _connection = new SqliteConnection(
            new SqliteConnectionStringBuilder { DataSource = isFile ? path : ":memory:", ForeignKeys = true, Pooling = false }.ToString());
        try
        {
            Prepare();
        }
        catch (SqliteException error)
        {
            Dispose();
            throw new InvalidDataException(
                $"The kept answers {path} cannot be used ({error.Message}). Move the file away: only links to answers are lost.", error);
        }
    }

    /// <summary>Keeps an answer; lets go of those that are too old or too many. Does nothing when none are to be kept.</summary>
    /// <param name="answer">The answer.</param>
    /// <param name="index">The index it came from: an article that was erased meanwhile takes the answer with it.</param>
    /// <param name="cancellationToken">Cancels before it is kept.</param>
    public async Task SaveAsync(Answer answer, IPassageIndex index, CancellationToken cancellationToken)
    {
        if (_options.KeepDays == 0) return;
        await AloneAsync(
            () =>
            {
                Save(answer);
                return true;
            },
            cancellationToken);
        foreach (var articleId in MentionedBy(answer))
        {
            if (await index.FindAsync(articleId, CancellationToken.None) is not { IsErased: true }) continue;
            await EraseAsync(answer.Id, CancellationToken.None);
            return;
        }
    }

    /// <summary>A kept answer, or null.</summary>
    public Task<Answer?> FindAsync(string id, CancellationToken cancellationToken) => AloneAsync(
        () => _connection.Scalar("SELECT json FROM answer WHERE id = ?1 AND saved_at >= ?2", id, OldestKept()) is string json
            ? JsonSerializer.Deserialize<Answer>(json, AssistantJson.Options)
            : null,
        cancellationToken);

    /// <summary>Erases an answer. False when there was none.</summary>
    public Task<bool> EraseAsync(string id, CancellationToken cancellationToken) =>
        AloneAsync(() => _connection.Execute("DELETE FROM answer WHERE id = ?1", id) > 0, cancellationToken);

    /// <summary>Erases every answer that cites or retrieved a passage of the article.</summary>
    /// <returns>How many there were.</returns>
    public Task<int> EraseMentionsAsync(string articleId, CancellationToken cancellationToken) => AloneAsync(
        () => _connection.Execute("DELETE FROM answer WHERE id IN (SELECT answer_id FROM mention WHERE article_id = ?1)", articleId),
        cancellationToken);

    /// <summary>Erases an article from the index, and every answer that cites or retrieved a passage of it.</summary>
    /// <remarks>Answers first, so that a call that was stopped can be repeated; and once more, for those kept meanwhile.</remarks>
    /// <returns>False when the index did not hold the article.</returns>
    public async Task<bool> EraseArticleAsync(IPassageIndex index, string articleId, CancellationToken cancellationToken)
    {
        await EraseMentionsAsync(articleId, cancellationToken);
        var erased = await index.EraseAsync(articleId, cancellationToken);
        await EraseMentionsAsync(articleId, CancellationToken.None);
        return erased;
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _connection.Dispose();
        _gate.Dispose();
    }

    private void Prepare()
    {
        _connection.Open();
        _connection.Execute("PRAGMA secure_delete = ON; PRAGMA busy_timeout = 10000;");
        _connection.Execute(Schema);
        if (_options.KeepDays == 0) _connection.Execute("DELETE FROM answer");
    }

    private void Save(Answer answer)
    {
        using var transaction = _connection.BeginTransaction(deferred: false);
        _connection.Execute(
            "INSERT OR REPLACE INTO answer (id, saved_at, json) VALUES (?1, ?2, ?3)",
            answer.Id, Milliseconds(_clock.GetUtcNow()), JsonSerializer.Serialize(answer, AssistantJson.Options));
        foreach (var articleId in MentionedBy(answer))
            _connection.Execute("INSERT INTO mention (article_id, answer_id) VALUES (?1, ?2)", articleId, answer.Id);
        _connection.Execute("DELETE FROM answer WHERE saved_at < ?1", OldestKept());
        _connection.Execute(
            "DELETE FROM answer WHERE id IN (SELECT id FROM answer ORDER BY saved_at DESC, id LIMIT -1 OFFSET ?1)",
            _options.KeepCount);
        transaction.Commit();
    }

    private static IEnumerable<string> MentionedBy(Answer answer) =>
        answer.Citations.Select(static citation => citation.ArticleId)
            .Concat(answer.Retrieved.Select(static passage => passage.ArticleId))
            .Distinct(StringComparer.Ordinal);

    private long OldestKept() => Milliseconds(_clock.GetUtcNow() - TimeSpan.FromDays(_options.KeepDays));

    private static long Milliseconds(DateTimeOffset time) => time.ToUnixTimeMilliseconds();

    private async Task<T> AloneAsync<T>(Func<T> action, CancellationToken cancellationToken)
    {
        await _gate.WaitAsync(cancellationToken);
        try
        {
            return action();
        }
        finally
        {
            _gate.Release();
        }
    }
}
