namespace Assistant.Core.Ingestion;

/// <summary>How a plain text is laid out, judged by how often a sentence goes on in the next line.</summary>
/// <param name="Width">Characters of a full line when lines are broken by hand or by a page; 0 when a line is a paragraph.</param>
/// <param name="BlankLineEndsParagraph">False when blank lines also stand within sentences, as PDF extraction leaves them.</param>
internal sealed record LineLayout(int Width, bool BlankLineEndsParagraph)
{
    private const int FewestContinuations = 2;
    private const double ContinuationShare = 0.2;
    private const int WidestPage = 160;

    /// <summary>Judges lines that are tidy; empty ones are blank.</summary>
    public static LineLayout Of(IReadOnlyList<string> lines)
    {
        var adjacent = new Counts();
        var apart = new Counts();
        var all = new Counts();
        var width = 0;
        var previous = -1;
        for (var i = 0; i < lines.Count; i++)
        {
            if (lines[i].Length == 0) continue;
            if (previous >= 0)
            {
                var goesOn = LineText.GoesOn(lines[previous], lines[i]);
                (i - previous == 1 ? adjacent : apart).Add(goesOn);
                all.Add(goesOn);
                if (goesOn && lines[previous].Length <= WidestPage) width = Math.Max(width, lines[previous].Length);
            }

            previous = i;
        }

        var isWrapped = adjacent.AreMany || apart.AreMany || all.AreMany;
        return new LineLayout(isWrapped ? width : 0, !apart.AreMany);
    }

    private sealed class Counts
    {
        private int _pairs;
        private int _continuations;

        public bool AreMany => _continuations >= FewestContinuations && _continuations >= _pairs * ContinuationShare;

        public void Add(bool goesOn)
        {
            _pairs++;
            if (goesOn) _continuations++;
        }
    }
}
