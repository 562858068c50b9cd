using System.Globalization;

namespace Assistant.Console.Rendering;

/// <summary>Describes an article on one line: title, source, date.</summary>
internal static class ArticleLine
{
    /// <summary>E.g. <c>MAKS-2019 opens · Sample Wire · 27 August 2019</c>.</summary>
    public static string Describe(string title, string source, DateTimeOffset? publishedAt) =>
        SafeText.OneLine($"{title} · {source} · {Date(publishedAt)}");

    /// <summary>E.g. <c>27 August 2019</c>, or <c>undated</c>.</summary>
    public static string Date(DateTimeOffset? publishedAt) =>
        publishedAt?.ToString("d MMMM yyyy", CultureInfo.InvariantCulture) ?? "undated";
}
