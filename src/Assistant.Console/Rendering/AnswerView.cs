using System.Globalization;
using Assistant.Core;
using Spectre.Console;

namespace Assistant.Console.Rendering;

/// <summary>Shows an answer on the terminal.</summary>
internal sealed class AnswerView(IAnsiConsole console)
{
    private const int NearestCount = 3;
    private const int SnippetLength = 200;
    private const int MaximumGistWords = 6;
    private static readonly Style ShortAnswer = new(Color.Green, decoration: Decoration.Bold);
    private static readonly Style Highlight = new(Color.Green, decoration: Decoration.Bold);
    private static readonly Style Refusal = new(Color.Yellow, decoration: Decoration.Bold);
    private static readonly Style Number = new(Color.Aqua, decoration: Decoration.Bold);
    private static readonly Style Link = new(Color.Blue, decoration: Decoration.Underline);
    private static readonly Style Faint = new(Color.Grey);

    /// <summary>Writes the answer.</summary>
    public void Show(Answer answer)
    {
        console.WriteLine();
        if (answer.Status == AnswerStatus.NoEvidence) ShowRefusal(answer);
        else ShowAnswer(answer);
        console.Write(new Text(Footer(answer), Faint));
        console.WriteLine();
    }

    private void ShowAnswer(Answer answer)
    {
        if (answer.Mode == AnswerMode.Generative) ShowWritten(answer.Sentences);
        else ShowGist(SafeText.OneLine(answer.ShortAnswer));
        foreach (var citation in answer.Citations) ShowQuote(citation, answer.ShortAnswer);
        foreach (var note in answer.Sentences.Where(static sentence => sentence.Verdict == Verdict.NotAClaim)) Line(SafeText.OneLine(note.Text), Faint);
        var left = answer.Removed.Except(answer.Sentences).Count();
        if (left > 0) Line($"{Count(left, "sentence")} of the chat model left out, because the articles do not say it.", Faint);
        if (answer.Degraded is { } reason) Line(SafeText.OneLine(reason), Faint);
    }

    /// <summary>The short answer alone, when it is a name, a number or the like, which says the same without its sentence.</summary>
    private void ShowGist(string shortAnswer)
    {
        if (shortAnswer.Length == 0 || shortAnswer.Split(' ').Length > MaximumGistWords) return;
        Line(shortAnswer, ShortAnswer);
        console.WriteLine();
    }

    /// <summary>What a chat model wrote, each sentence with the numbers of its quotes or the remark that there are none.</summary>
    private void ShowWritten(IReadOnlyList<AnswerSentence> sentences)
    {
        var text = new Paragraph();
        foreach (var sentence in sentences.Where(static sentence => sentence.Verdict != Verdict.NotAClaim))
        {
            text.Append(SafeText.OneLine(sentence.Text));
            foreach (var number in sentence.Citations) text.Append(string.Create(CultureInfo.InvariantCulture, $" [{number}]"), Number);
            if (sentence.Citations.Count == 0) text.Append(" (the articles do not say it)", Refusal);
            text.Append(" ");
        }

        console.Write(text);
        console.WriteLine();
        console.WriteLine();
    }

    /// <summary>A quote with its article; the short answer is marked in the first.</summary>
    private void ShowQuote(Citation citation, string? shortAnswer)
    {
        var label = new Paragraph(string.Create(CultureInfo.InvariantCulture, $"[{citation.Number}] "), Number);
        Append(label, SafeText.OneLine(citation.Quote), citation.Number == 1 ? SafeText.OneLine(shortAnswer) : string.Empty);
        console.Write(label);
        console.WriteLine();
        Line($"    {ArticleLine.Describe(citation.Title, citation.Source, citation.PublishedAt)}", Faint);
        if (citation.Url is { } url) Line($"    {SafeText.OneLine(url)}", Link);
        console.WriteLine();
    }

    private void ShowRefusal(Answer answer)
    {
        Line(SafeText.OneLine(answer.Text), Refusal);
        if (answer.Degraded is { } reason) Line(SafeText.OneLine(reason), Faint);
        console.WriteLine();
        if (answer.Retrieved.Count == 0) return;
        Line("Nearest passages", Faint);
        foreach (var passage in answer.Retrieved.Take(NearestCount))
        {
            Line($"  {ArticleLine.Describe(passage.Title, passage.Source, passage.PublishedAt)}", Style.Plain);
            Line($"    {Snippet(passage.Text)}", Faint);
        }

        console.WriteLine();
    }

    private void Line(string text, Style style)
    {
        console.Write(new Text(text, style));
        console.WriteLine();
    }

    /// <summary>Appends a quote with its first occurrence of the short answer marked.</summary>
    private static void Append(Paragraph paragraph, string quote, string shortAnswer)
    {
        var position = shortAnswer.Length == 0 ? -1 : quote.IndexOf(shortAnswer, StringComparison.Ordinal);
        if (position < 0)
        {
            paragraph.Append($"“{quote}”");
            return;
        }

        paragraph.Append($"“{quote[..position]}");
        paragraph.Append(shortAnswer, Highlight);
        paragraph.Append($"{quote[(position + shortAnswer.Length)..]}”");
    }

    private static string Snippet(string text)
    {
        var line = SafeText.OneLine(text);
        return line.Length <= SnippetLength ? line : $"{line[..SnippetLength].TrimEnd()} …";
    }

    private static string Count(int count, string noun) =>
        string.Create(CultureInfo.InvariantCulture, $"{count} {noun}{(count == 1 ? string.Empty : "s")}");

    private static string Footer(Answer answer) => string.Create(
        CultureInfo.InvariantCulture,
        $"confidence {answer.Confidence:P0} · {Count(answer.Retrieved.Count, "passage")} read · {answer.Timings.TotalMilliseconds / 1000:0.00} s");
}
