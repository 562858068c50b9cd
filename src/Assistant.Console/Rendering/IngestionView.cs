using System.Globalization;
using Assistant.Core.Ingestion;
using Spectre.Console;

namespace Assistant.Console.Rendering;

/// <summary>Shows what became of each file.</summary>
internal static class IngestionView
{
    private const int OutcomeWidth = 9;
    private static readonly Style Faint = new(Color.Grey);

    /// <summary>Writes a row for each file and the totals.</summary>
    public static void Show(IAnsiConsole console, IngestionResult result)
    {
        ShowRows(console, result.Items);
        console.Write(new Text(string.Create(
            CultureInfo.InvariantCulture,
            $"{result.Added} added, {result.Updated} updated, {result.Removed} removed, {result.Unchanged} unchanged, {result.Refused} refused; {result.Embedded} passages embedded"), Faint));
        console.WriteLine();
    }

    /// <summary>Writes the four numbers alone, and each file that would be refused or removed apart from them.</summary>
    public static void ShowPlan(IAnsiConsole output, IAnsiConsole messages, IngestionResult result)
    {
        ShowRows(messages, result.Items.Where(static item => item.Outcome is IngestionOutcome.Refused or IngestionOutcome.Removed));
        output.WriteLine(string.Create(
            CultureInfo.InvariantCulture, $"+{result.Added} ~{result.Updated} -{result.Removed} ={result.Unchanged}"));
    }

    private static void ShowRows(IAnsiConsole console, IEnumerable<IngestionItem> items)
    {
        foreach (var item in items)
        {
            var outcome = item.Outcome.ToString().ToLowerInvariant();
            console.Write(new Text(outcome.PadRight(OutcomeWidth), StyleOf(item.Outcome)));
            console.Write(new Text($"  {SafeText.OneLine(item.Path)}"));
            if (item.Reason is { } reason) console.Write(new Text($"  {SafeText.OneLine(reason)}", Faint));
            console.WriteLine();
        }
    }

    private static Style StyleOf(IngestionOutcome outcome) => outcome switch
    {
        IngestionOutcome.Added => new Style(Color.Green),
        IngestionOutcome.Updated => new Style(Color.Aqua),
        IngestionOutcome.Removed => new Style(Color.Yellow),
        IngestionOutcome.Refused => new Style(Color.Red),
        _ => Faint,
    };
}
