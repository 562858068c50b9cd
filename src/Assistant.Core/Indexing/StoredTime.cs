using System.Globalization;

namespace Assistant.Core.Indexing;

/// <summary>Times in the index file: ISO 8601 in UTC, of fixed width, so that text order is time order.</summary>
internal static class StoredTime
{
    private const string Format = "yyyy-MM-dd'T'HH:mm:ss.fffffff'Z'";

    public static string Write(DateTimeOffset time) => time.UtcDateTime.ToString(Format, CultureInfo.InvariantCulture);

    public static string? Write(DateTimeOffset? time) => time is { } known ? Write(known) : null;

    public static DateTimeOffset Read(string stored) => DateTimeOffset.ParseExact(
        stored, Format, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal);

    public static DateTimeOffset? ReadNullable(string? stored) => stored is null ? null : Read(stored);
}
