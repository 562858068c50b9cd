namespace Assistant.Core.Ingestion;

/// <summary>Lifts headline, publisher, date, byline and link out of an article's first lines.</summary>
/// <remarks>What the format stated already is kept; a line that only repeats it is dropped all the same.</remarks>
internal sealed class HeaderLines
{
    private const int MaximumLines = 30;
    private const int BodyLength = 160;
    private const int BodyWords = 8;
    private const int TitleWords = 4;
    private const int SourceWords = 4;
    private const int CodeLength = 8;

    private readonly List<string> _lines;
    private readonly ScriptLetters _script;
    private readonly string?[] _reasons;
    private readonly List<int> _candidates = [];
    private ArticleDraft _draft;

    private HeaderLines(ArticleDraft draft)
    {
        _draft = draft;
        _lines = [.. draft.Lines];
        _script = ScriptLetters.Of(_lines);
        _reasons = new string?[_lines.Count];
    }

    /// <summary>The draft without its header lines, which became metadata and removed blocks.</summary>
    public static ArticleDraft Lift(ArticleDraft draft)
    {
        var header = new HeaderLines(draft);
        var body = header.FindBody();
        if (body == header._lines.Count) return draft;
        for (var i = 0; i < body; i++) header.Classify(i);
        header.ChooseTitle();
        header.ChooseSource();
        header.LiftLastLink();
        return header.Finish();
    }

    /// <summary>Index of the first line that reads like running text; the number of lines when none does.</summary>
    private int FindBody()
    {
        var body = _lines.FindIndex(IsBody);
        return body < 0 ? _lines.Count : Math.Min(body, MaximumLines);
    }

    private bool IsBody(string line)
    {
        if (line.Length == 0 || _script.IsForeign(line) || LineText.IsLink(line) || DateLine.Read(line) is not null) return false;
        return line.Length >= BodyLength || (LineText.EndsSentence(line) && line[^1] is not ('?' or '!') && WordCount(line) >= BodyWords);
    }

    private void Classify(int index)
    {
        var line = _lines[index];
        if (line.Length == 0) return;
        if (_script.IsForeign(line))
        {
            _reasons[index] = "another script";
        }
        else if (LineText.IsLink(line))
        {
            _reasons[index] = "link line";
            _draft = _draft with { Url = _draft.Url ?? ArticleUrl.Canonicalize(LineText.LinkOf(line)) };
        }
        else if (Byline.Read(line) is { } byline)
        {
            TakeByline(index, byline);
        }
        else if (DateLine.Read(line) is { } date)
        {
            TakeDate(index, date);
        }
        else
        {
            _candidates.Add(index);
        }
    }

    private void TakeByline(int index, Byline byline)
    {
        _reasons[index] = "byline";
        _draft = _draft with { Author = _draft.Author ?? byline.Author };
    }

    private void TakeDate(int index, DateLine date)
    {
        _reasons[index] = "date line";
        _draft = _draft with { PublishedAt = _draft.PublishedAt ?? date.Date };
        if (Byline.Read(date.Rest) is { } byline)
        {
            _draft = _draft with { Author = _draft.Author ?? byline.Author };
        }
        else if (date.Rest.Length > 0)
        {
            _draft = _draft with { Source = _draft.Source ?? date.Rest };
        }
    }

    private void ChooseTitle()
    {
        if (_draft.Title is { } stated)
        {
            foreach (var index in _candidates.Where(index => IsSame(_lines[index], stated))) _reasons[index] = "headline";
            return;
        }

        var candidates = _candidates.Where(index => !IsCode(_lines[index])).ToList();
        if (candidates.Count == 0) return;
        var title = candidates.Find(index => WordCount(_lines[index]) >= TitleWords);
        if (WordCount(_lines[title]) < TitleWords) title = candidates.MaxBy(index => WordCount(_lines[index]));
        _draft = _draft with { Title = _lines[title] };
        _reasons[title] = "headline";
        foreach (var index in _candidates.Where(index => index < title)) _reasons[index] = "section label";
    }

    /// <summary>A short line right above the date, the byline or the link names the publisher.</summary>
    private void ChooseSource()
    {
        foreach (var index in _candidates.Where(index => _reasons[index] is null && IsSource(index)))
        {
            _draft = _draft with { Source = _draft.Source ?? _lines[index] };
            _reasons[index] = "publisher";
        }
    }

    /// <summary>A link alone on the last line is the article's own when no other is stated.</summary>
    private void LiftLastLink()
    {
        var last = _lines.FindLastIndex(line => line.Length > 0);
        if (_reasons[last] is not null || !LineText.IsLink(_lines[last])) return;
        _reasons[last] = "link line";
        _draft = _draft with { Url = _draft.Url ?? ArticleUrl.Canonicalize(LineText.LinkOf(_lines[last])) };
    }

    private bool IsSource(int index)
    {
        if (_draft.Source is { } source && IsSame(_lines[index], source)) return true;
        var next = _lines.FindIndex(index + 1, line => line.Length > 0);
        var isAboveFact = next > 0 && _reasons[next] is "date line" or "byline" or "link line";
        return isAboveFact && _draft.Source is null && WordCount(_lines[index]) <= SourceWords
            && char.IsUpper(_lines[index][0]) && !LineText.EndsSentence(_lines[index]);
    }

    private ArticleDraft Finish()
    {
        var dropped = Enumerable.Range(0, _lines.Count).Where(index => _reasons[index] is not null)
            .Select(index => new RemovedBlock(_lines[index], _reasons[index]!));
        return _draft with
        {
            Lines = [.. _lines.Where((_, index) => _reasons[index] is null)],
            Removed = [.. _draft.Removed, .. dropped],
        };
    }

    /// <summary>"AA-AA": a code that no reader would call a headline.</summary>
    private static bool IsCode(string line) => line.Length <= CodeLength && !line.Any(char.IsLower) && !line.Contains(' ', StringComparison.Ordinal);

    private static bool IsSame(string line, string other) =>
        string.Equals(line, other, StringComparison.OrdinalIgnoreCase);

    private static int WordCount(string line) => line.Split(' ').Length;
}
