using System.Buffers;

namespace Assistant.Core.Ingestion;

/// <summary>Cuts canonical text into sentences.</summary>
/// <remarks>
/// Rules for English news; a line end always ends a sentence, so headings, list items and table rows stand alone.
/// No cut inside quotation marks or brackets that close within 600 code units. Pure, thread-safe, linear in the length.
/// </remarks>
public static class SentenceSplitter
{
    private const string SpeechVerbs =
        " said says asked asks added replied answered wrote writes told shouted warned wondered exclaimed cried ";

    private static readonly SearchValues<char> Terminators = SearchValues.Create(".!?…。！？");

    /// <summary>The sentences in order, trimmed of white space; every other character is in exactly one.</summary>
    /// <param name="text">Canonical text; may be empty.</param>
    public static IReadOnlyList<TextSpan> Split(string text)
    {
        var sentences = new List<TextSpan>();
        for (var start = 0; start < text.Length;)
        {
            var lineEnd = text.IndexOf('\n', start);
            if (lineEnd < 0) lineEnd = text.Length;
            SplitLine(text, start, lineEnd, sentences);
            start = lineEnd + 1;
        }

        return sentences;
    }

    private static void SplitLine(string text, int start, int end, List<TextSpan> sentences)
    {
        var line = text.AsSpan(start, end - start);
        var inside = QuotedRanges.Mark(line);
        var sentence = 0;
        var last = 0;
        while (NextTerminators(line, last) is { } run)
        {
            last = run.End;
            var after = SkipClosers(line, last);
            if (inside[after] || !EndsSentence(line, sentence, run, after)) continue;
            Add(line, start, sentence, after, sentences);
            sentence = after;
        }

        Add(line, start, sentence, line.Length, sentences);
    }

    private static void Add(ReadOnlySpan<char> line, int offset, int start, int end, List<TextSpan> sentences)
    {
        while (start < end && char.IsWhiteSpace(line[start])) start++;
        while (end > start && char.IsWhiteSpace(line[end - 1])) end--;
        if (end > start) sentences.Add(new TextSpan(offset + start, offset + end));
    }

    /// <summary>The next run of terminators such as "?!" or "...".</summary>
    private static TextSpan? NextTerminators(ReadOnlySpan<char> line, int from)
    {
        var first = line[from..].IndexOfAny(Terminators);
        if (first < 0) return null;
        first += from;
        var length = line[first..].IndexOfAnyExcept(Terminators);
        return new TextSpan(first, length < 0 ? line.Length : first + length);
    }

    /// <summary>Whether the run of terminators, with its closing marks up to <paramref name="after"/>, ends the sentence.</summary>
    private static bool EndsSentence(ReadOnlySpan<char> line, int sentence, TextSpan run, int after)
    {
        if (line[run.Start] is '。' or '！' or '？') return true;
        var next = StartOfNext(line, after);
        if (next < 0 || char.IsLower(line[next])) return false;
        if (IsEllipsis(line[run.Start..run.End])) return run.Start > sentence && !char.IsWhiteSpace(line[run.Start - 1]);
        if (line[run.End - 1] != '.') return after == run.End || !IsSpokenByNext(line[next..]);
        return run.Length > 1 || after > run.End || FullStopEnds(line, sentence, run.Start, next);
    }

    /// <summary>First character after white space and opening marks; -1 when there is none, or no white space.</summary>
    private static int StartOfNext(ReadOnlySpan<char> line, int after)
    {
        if (after == line.Length || !char.IsWhiteSpace(line[after])) return -1;
        var next = after;
        while (next < line.Length && (char.IsWhiteSpace(line[next]) || IsOpener(line[next]))) next++;
        return next < line.Length ? next : -1;
    }

    private static bool FullStopEnds(ReadOnlySpan<char> line, int sentence, int stop, int next)
    {
        var start = stop;
        while (start > sentence && !char.IsWhiteSpace(line[start - 1]) && !IsOpener(line[start - 1])
            && line[start - 1] is not ('-' or '–' or '—' or '/'))
        {
            start--;
        }

        var word = line[start..stop];
        if (word.IsEmpty) return StandsAlone(line[sentence..stop]);
        if (IsItemNumber(line[sentence..stop], word)) return false;
        return Abbreviations.EndsSentence(word.ToString(), NextWord(line[next..]));
    }

    /// <summary>Tokenised text has a space before its full stops: "in 1903 . The".</summary>
    private static bool StandsAlone(ReadOnlySpan<char> before) =>
        !before.IsEmpty && char.IsWhiteSpace(before[^1]) && !before.IsWhiteSpace();

    /// <summary>"1." or "b." at the start of a line numbers an item.</summary>
    private static bool IsItemNumber(ReadOnlySpan<char> before, ReadOnlySpan<char> word) =>
        before.Trim().Length == word.Length && word.Length <= 3
        && (!word.ContainsAnyExceptInRange('0', '9') || (word.Length == 1 && char.IsLetter(word[0])));

    private static string NextWord(ReadOnlySpan<char> rest)
    {
        var length = 0;
        while (length < rest.Length && length < 20 && (char.IsLetterOrDigit(rest[length]) || rest[length] is '\'' or '’')) length++;
        if (length < rest.Length && rest[length] == '.') length++;
        return rest[..length].ToString();
    }

    /// <summary>“Why not?” Erdogan asked: the sentence goes on after the closing mark.</summary>
    private static bool IsSpokenByNext(ReadOnlySpan<char> rest)
    {
        var words = 0;
        foreach (var range in rest[..Math.Min(rest.Length, 60)].Split(' '))
        {
            var word = rest[range].TrimEnd(".,:;");
            if (words++ == 4 || word.IsEmpty) return false;
            if (SpeechVerbs.Contains($" {word} ", StringComparison.Ordinal)) return true;
            if (word.Length < rest[range].Length) return false;
        }

        return false;
    }

    private static int SkipClosers(ReadOnlySpan<char> line, int at)
    {
        while (at < line.Length && line[at] is '"' or '”' or '’' or '\'' or '»' or ')' or ']') at++;
        return at;
    }

    private static bool IsEllipsis(ReadOnlySpan<char> run) =>
        run[0] == '…' || (run.Length > 1 && !run.ContainsAnyExcept('.'));

    private static bool IsOpener(char character) => character is '"' or '“' or '„' or '‘' or '\'' or '«' or '(' or '[';
}
