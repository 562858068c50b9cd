using System.Globalization;

namespace Assistant.Eval.Reporting;

/// <summary>A plot over the unit square as inline SVG; colours come from the page's style.</summary>
/// <param name="title">What it shows, in a few words.</param>
/// <param name="xLabel">What the horizontal axis is.</param>
/// <param name="yLabel">What the vertical axis is.</param>
/// <param name="yMaximum">Top of the vertical axis, above 0.</param>
internal sealed class Plot(string title, string xLabel, string yLabel, double yMaximum = 1)
{
    private const int Width = 440;
    private const int Height = 300;
    private const int Left = 56;
    private const int Right = 12;
    private const int Top = 14;
    private const int Bottom = 46;

    private readonly List<Html> _marks = [];

    /// <summary>A line through points, in their order.</summary>
    public void AddLine(IEnumerable<(double X, double Y)> points, string style)
    {
        var path = string.Join(' ', points.Select(point => $"{Number(X(point.X))},{Number(Y(point.Y))}"));
        _marks.Add(Html.Of($"<polyline class=\"{style}\" points=\"{path}\"/>"));
    }

    /// <summary>A dot with a text that shows when pointed at.</summary>
    public void AddDot(double x, double y, string style, string text) => _marks.Add(Html.Of(
        $"<circle class=\"{style}\" cx=\"{Number(X(x))}\" cy=\"{Number(Y(y))}\" r=\"4\"><title>{text}</title></circle>"));

    /// <summary>The plot as markup.</summary>
    public Html Render()
    {
        var step = yMaximum > 0.5 ? 0.2 : 0.1;
        var xTicks = Enumerable.Range(0, 6).Select(static i => i * 0.2);
        var yTicks = Enumerable.Range(0, (int)Math.Floor((yMaximum / step) + 1e-9) + 1).Select(i => i * step);
        return Html.Of($"""
            <svg viewBox="0 0 {Width} {Height}" role="img" aria-label="{title}">
            {xTicks.Select(XTick)}{yTicks.Select(YTick)}
            <text class="axis" x="{(Left + Width - Right) / 2}" y="{Height - 8}" text-anchor="middle">{xLabel}</text>
            <text class="axis" transform="translate(14 {(Top + Height - Bottom) / 2}) rotate(-90)" text-anchor="middle">{yLabel}</text>
            {_marks}
            </svg>
            """);
    }

    private static double X(double value) => Left + (value * (Width - Left - Right));

    private double Y(double value) => Height - Bottom - (Math.Min(value, yMaximum) / yMaximum * (Height - Top - Bottom));

    private static Html XTick(double tick) => Html.Of($"""
        <text class="tick" x="{Number(X(tick))}" y="{Height - Bottom + 16}" text-anchor="middle">{tick:0.0}</text>
        """);

    private Html YTick(double tick) => Html.Of($"""
        <line class="grid" x1="{Left}" x2="{Width - Right}" y1="{Number(Y(tick))}" y2="{Number(Y(tick))}"/>
        <text class="tick" x="{Left - 7}" y="{Number(Y(tick) + 4)}" text-anchor="end">{tick:0.0}</text>
        """);

    private static string Number(double value) => value.ToString("0.#", CultureInfo.InvariantCulture);
}
