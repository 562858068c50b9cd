namespace Assistant.Eval.Reporting;

/// <summary>Markup that is safe to put into a page as it is.</summary>
/// <param name="Markup">HTML; every text in it was escaped when it was put in.</param>
internal readonly record struct Html(string Markup)
{
    /// <summary>No markup.</summary>
    public static Html None { get; } = new("");

    /// <summary>An interpolated string as markup: its literal parts stay, everything put into it is escaped.</summary>
    public static Html Of(HtmlInterpolation markup) => new(markup.ToString());

    /// <summary>One after the other.</summary>
    public static Html Join(IEnumerable<Html> parts) => new(string.Concat(parts.Select(static part => part.Markup)));

    /// <inheritdoc/>
    public override string ToString() => Markup;
}
