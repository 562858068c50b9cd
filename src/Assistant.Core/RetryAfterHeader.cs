using System.ClientModel;
using System.Globalization;

namespace Assistant.Core;

/// <summary>How long an OpenAI-compatible endpoint asks to wait.</summary>
internal static class RetryAfterHeader
{
    private const double LongestSeconds = 86_400;

    /// <summary>"Retry-After" in seconds or as a date; a date counts from the answer's own; at most a day. Null when it does not say, or the date is over.</summary>
    public static TimeSpan? Of(ClientResultException? exception)
    {
        var headers = exception?.GetRawResponse()?.Headers;
        if (headers?.TryGetValue("retry-after", out var value) != true) return null;
        if (double.TryParse(value, NumberStyles.Float, CultureInfo.InvariantCulture, out var seconds))
            return seconds >= 0 ? TimeSpan.FromSeconds(Math.Min(seconds, LongestSeconds)) : null;
        if (!TryDate(value, out var until) || !headers.TryGetValue("date", out var sent) || !TryDate(sent, out var now)) return null;
        return until > now ? until - now : null;
    }

    private static bool TryDate(string? text, out DateTimeOffset date) =>
        DateTimeOffset.TryParseExact(text, "r", CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out date);
}
