namespace Assistant.Core.Indexing.Qdrant;

/// <summary>Filters as conditions on payload fields, and the fields themselves.</summary>
internal static class FilterMapping
{
    /// <summary>The conditions, all of which must hold; empty when everything may be searched.</summary>
    public static IReadOnlyList<Condition> ToConditions(PassageFilter filter)
    {
        var conditions = ToConditionsBesideDate(filter);
        if (filter.PublishedAfter is { } after) conditions.Add(AtOrAfter(after));
        if (filter.PublishedBefore is { } before) conditions.Add(Before(before));
        return conditions;
    }

    /// <summary>The conditions that have nothing to do with the date.</summary>
    public static List<Condition> ToConditionsBesideDate(PassageFilter filter)
    {
        var conditions = new List<Condition>();
        if (filter.Sources.Count > 0) conditions.Add(Condition.IsOneOf("source_folded", filter.Sources.Select(Fold)));
        if (filter.Languages.Count > 0) conditions.Add(Condition.IsOneOf("language_folded", filter.Languages.Select(Fold)));
        if (filter.ArticleIds.Count > 0) conditions.Add(Condition.IsOneOf("article_id", filter.ArticleIds));
        return conditions;
    }

    /// <summary>Two texts that differ only in case give the same: as in <see cref="StringComparer.OrdinalIgnoreCase"/>.</summary>
    public static string Fold(string text) => text.ToUpperInvariant();

    public static T WithFields<T>(T record, Article article)
        where T : Filtered => record with
        {
            SourceFolded = Fold(article.Source),
            LanguageFolded = Fold(article.Language),
            PublishedAt = StoredTime.Write(article.PublishedAt),
            PublishedSeconds = article.PublishedAt?.UtcTicks / TimeSpan.TicksPerSecond,
            PublishedTicks = article.PublishedAt?.UtcTicks % TimeSpan.TicksPerSecond,
        };

    private static Condition AtOrAfter(DateTimeOffset time)
    {
        var (seconds, ticks) = Math.DivRem(time.UtcTicks, TimeSpan.TicksPerSecond);
        return ticks == 0
            ? Seconds(new NumberRange { Gte = seconds })
            : Either(Seconds(new NumberRange { Gt = seconds }), WithinSecond(seconds, new NumberRange { Gte = ticks }));
    }

    private static Condition Before(DateTimeOffset time)
    {
        var (seconds, ticks) = Math.DivRem(time.UtcTicks, TimeSpan.TicksPerSecond);
        return ticks == 0
            ? Seconds(new NumberRange { Lt = seconds })
            : Either(Seconds(new NumberRange { Lt = seconds }), WithinSecond(seconds, new NumberRange { Lt = ticks }));
    }

    private static Condition Seconds(NumberRange range) => new() { Key = "published_seconds", Range = range };

    private static Condition WithinSecond(long second, NumberRange ticks) => new()
    {
        Must = [Condition.Is("published_seconds", second), new Condition { Key = "published_ticks", Range = ticks }],
    };

    private static Condition Either(Condition first, Condition second) => new() { Should = [first, second] };
}
