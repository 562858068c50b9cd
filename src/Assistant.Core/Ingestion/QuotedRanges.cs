namespace Assistant.Core.Ingestion;

/// <summary>Finds quotations and brackets that close again soon, so that no sentence ends inside them.</summary>
/// <remarks>One that does not close on its line within the limit is not a quotation: it cannot swallow the text.</remarks>
internal static class QuotedRanges
{
    /// <summary>Longest quotation or bracket, in UTF-16 code units, that is kept in one sentence.</summary>
    private const int MaximumLength = 600;

    private const int StraightQuote = 0;
    private const int CurlyQuote = 1;
    private const int Guillemet = 2;
    private const int Round = 3;
    private const int Square = 4;

    /// <summary>For each code unit of the line: true when a break right before it would fall inside.</summary>
    /// <param name="line">One line, without its line end.</param>
    public static bool[] Mark(ReadOnlySpan<char> line)
    {
        var inside = new bool[line.Length + 1];
        Span<int> opened = [-1, -1, -1, -1, -1];
        for (var i = 0; i < line.Length; i++)
        {
            var kind = KindOf(line[i]);
            if (kind < 0) continue;
            if (IsOpening(line, i, opened[kind]))
            {
                opened[kind] = i;
            }
            else if (opened[kind] >= 0)
            {
                if (i - opened[kind] <= MaximumLength) inside.AsSpan(opened[kind] + 1, i - opened[kind]).Fill(true);
                opened[kind] = -1;
            }
        }

        return inside;
    }

    private static int KindOf(char character) => character switch
    {
        '"' => StraightQuote,
        '“' or '”' or '„' => CurlyQuote,
        '«' or '»' => Guillemet,
        '(' or ')' => Round,
        '[' or ']' => Square,
        _ => -1,
    };

    private static bool IsOpening(ReadOnlySpan<char> line, int at, int opened) => line[at] switch
    {
        '"' => at + 1 < line.Length && !char.IsWhiteSpace(line[at + 1])
            && (at == 0 || char.IsWhiteSpace(line[at - 1]) || line[at - 1] is '(' or '[' or '—' or '–' or '‘'),
        '“' => opened < 0 || line[opened] != '„',
        '„' or '«' or '(' or '[' => true,
        _ => false,
    };
}
