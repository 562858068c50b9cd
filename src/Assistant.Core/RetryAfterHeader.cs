using System.ClientModel;
using System.Globalization;

namespace Assistant.Core;

/// <summary>How long an OpenAI-compatible endpoint asks to wait.</summary>
internal static class RetryAfterHeader
{
    /// <summary>"Retry-After" in seconds or as a date; a date counts from the answer's own. Null when it does not say.</summary>
    public static TimeSpan? Of(ClientResultException? exception)
    {
        var headers = exception?.GetRawResponse()?.Headers;
        if (headers?.TryGetValue("retry-after", out var value) != true) return null;
        if (double.TryParse(value, NumberStyles.Float, CultureInfo.InvariantCulture, out var seconds))
            return seconds is >= 0 and < 86400 ? TimeSpan.FromSeconds(seconds) : null;
        if (!TryDate(value, out var until) || !headers.TryGetValue("date", out var sent) || !TryDate(sent, out var now)) return null;
        return until > now ? until - now : TimeSpan.Zero;
    }

    private static bool TryDate(string? text, out DateTimeOffset date) =>
        DateTimeOffset.TryParseExact(text, "r", CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out date);
}
