using System.Text.Json;
using Assistant.Core.Configuration;

namespace Assistant.Core.Keys;

/// <summary>The file that holds the keys: read when it changed, replaced as a whole.</summary>
/// <remarks>Thread-safe, also between processes.</remarks>
internal sealed class KeyFile(string path)
{
    private const int MaximumAttempts = 100;
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(50);

    private readonly Lock _gate = new();
    private (DateTime Written, long Length) _seen;
    private IReadOnlyList<ApiKey> _keys = [];

    public IReadOnlyList<ApiKey> Read()
    {
        lock (_gate)
        {
            var file = new FileInfo(path);
            var now = file.Exists ? (file.LastWriteTimeUtc, file.Length) : default;
            if (now == _seen) return _keys;
            _keys = file.Exists ? Parse(File.ReadAllText(path)) : [];
            _seen = now;
            return _keys;
        }
    }

    public void Change(Func<IReadOnlyList<ApiKey>, IReadOnlyList<ApiKey>> change)
    {
        using var alone = TakeLock();
        var keys = change(File.Exists(path) ? Parse(File.ReadAllText(path)) : []);
        var written = $"{path}.new";
        using (var stream = new FileStream(written, OwnerOnly.File(FileMode.Create, FileShare.None)))
            JsonSerializer.Serialize(stream, keys, AssistantJson.Indented);
        File.Move(written, path, overwrite: true);
    }

    private IReadOnlyList<ApiKey> Parse(string json)
    {
        try
        {
            return JsonSerializer.Deserialize<IReadOnlyList<ApiKey>>(json, AssistantJson.Options)
                ?? throw new InvalidDataException($"{path} is not a list of keys.");
        }
        catch (JsonException error)
        {
            throw new InvalidDataException($"{path} is not a list of keys: {error.Message}", error);
        }
    }

    private FileStream TakeLock()
    {
        var attempt = 0;
        while (true)
        {
            try
            {
                return new FileStream($"{path}.lock", OwnerOnly.File(FileMode.OpenOrCreate, FileShare.None));
            }
            catch (IOException) when (++attempt < MaximumAttempts)
            {
                Thread.Sleep(Pause);
            }
        }
    }
}
