using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Text.Json;

namespace Assistant.Eval.Importing;

/// <summary>Streams the items of one array property of a large JSON object, an item in memory at a time.</summary>
internal static class JsonArrayStream
{
    private const int FirstBufferBytes = 64 * 1024;

    /// <summary>An item of the array, or what is wrong with the file from here on.</summary>
    /// <param name="Element">The item; null when there is a problem.</param>
    /// <param name="Line">1-based line that the item begins on.</param>
    /// <param name="Problem">Why the file cannot be read further.</param>
    internal sealed record Item(JsonElement? Element, int Line, string? Problem)
    {
        /// <summary>1-based line of the file that a part of this item begins on.</summary>
        public int LineOf(JsonElement part)
        {
            if (Element is not { } element) return Line;
            var whole = JsonMarshal.GetRawUtf8Value(element);
            return whole.Overlaps(JsonMarshal.GetRawUtf8Value(part), out var offset) && offset > 0
                ? Line + whole[..offset].Count((byte)'\n')
                : Line;
        }
    }

    /// <summary>Reads the items; malformed JSON ends the stream with a problem after the items before it.</summary>
    /// <param name="stream">UTF-8, with or without a byte order mark.</param>
    /// <param name="property">Name of the array, a property of the root object.</param>
    /// <param name="cancellationToken">Stops between reads.</param>
    public static async IAsyncEnumerable<Item> ReadAsync(
        Stream stream, string property, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var cursor = new Cursor(property);
        var buffer = new byte[FirstBufferBytes];
        var filled = 0;
        while (!cursor.IsDone)
        {
            if (filled == buffer.Length) Array.Resize(ref buffer, buffer.Length * 2);
            var read = await stream.ReadAsync(buffer.AsMemory(filled), cancellationToken);
            filled += read;
            var items = cursor.Advance(buffer.AsSpan(0, filled), isLast: read == 0, out var used);
            buffer.AsSpan(used, filled - used).CopyTo(buffer);
            filled -= used;
            foreach (var item in items) yield return item;
        }
    }

    /// <summary>Where in the file the reading is; survives from one buffer to the next.</summary>
    private sealed class Cursor(string property)
    {
        private JsonReaderState _state = new(new JsonReaderOptions { CommentHandling = JsonCommentHandling.Skip });
        private bool _isInArray;
        private bool _isNamed;
        private bool _isStarted;
        private int _line = 1;

        public bool IsDone { get; private set; }

        /// <summary>Takes all complete items out of the buffer.</summary>
        public List<Item> Advance(ReadOnlySpan<byte> buffer, bool isLast, out int used)
        {
            var items = new List<Item>();
            used = 0;
            if (!_isStarted)
            {
                if (buffer.Length < 3 && !isLast) return items;
                used = buffer.StartsWith("\uFEFF"u8) ? 3 : 0;
                _isStarted = true;
            }

            var start = used;
            try
            {
                var reader = new Utf8JsonReader(buffer[start..], isLast, _state);
                while (Step(ref reader, buffer[start..], items))
                {
                    _line += buffer[used..(start + (int)reader.BytesConsumed)].Count((byte)'\n');
                    used = start + (int)reader.BytesConsumed;
                    _state = reader.CurrentState;
                }

                if (isLast && !IsDone) Stop(items, _isInArray ? "the file ends in the middle" : $"has no array '{property}'");
            }
            catch (JsonException exception)
            {
                _line = (int)(exception.LineNumber ?? 0) + 1;
                Stop(items, $"not JSON from here on: {exception.Message}");
            }

            return items;
        }

        /// <summary>Reads one token, or one whole item; false when the buffer does not hold it or all is read.</summary>
        private bool Step(ref Utf8JsonReader reader, ReadOnlySpan<byte> buffer, List<Item> items)
        {
            if (IsDone) return false;
            var before = reader;
            if (!reader.Read()) return false;
            if (!_isInArray) return Seek(ref reader, ref before);
            if (reader.TokenType == JsonTokenType.EndArray)
            {
                IsDone = true;
                return false;
            }

            var from = (int)reader.TokenStartIndex;
            if (!reader.TrySkip())
            {
                reader = before;
                return false;
            }

            var line = _line + buffer[(int)before.BytesConsumed..from].Count((byte)'\n');
            items.Add(new Item(JsonElement.Parse(buffer[from..(int)reader.BytesConsumed]), line, null));
            return true;
        }

        /// <summary>Goes on towards the array's beginning, over all other properties.</summary>
        private bool Seek(ref Utf8JsonReader reader, ref Utf8JsonReader before)
        {
            if (_isNamed && reader.TokenType == JsonTokenType.StartArray)
            {
                _isInArray = true;
            }
            else if (reader.TokenType == JsonTokenType.PropertyName)
            {
                _isNamed = reader.CurrentDepth == 1 && reader.ValueTextEquals(property);
            }
            else if (reader.CurrentDepth > 0 && !reader.TrySkip())
            {
                reader = before;
                return false;
            }

            return true;
        }

        private void Stop(List<Item> items, string problem)
        {
            items.Add(new Item(null, _line, problem));
            IsDone = true;
        }
    }
}
