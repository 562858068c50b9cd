using Spectre.Console;

namespace Assistant.Console.Rendering;

/// <summary>Opens stdout and stderr for output that is coloured on a terminal and plain elsewhere.</summary>
internal static class Terminal
{
    private const int PlainWidthColumns = 4000;

    /// <summary>The console on stdout.</summary>
    public static IAnsiConsole OpenOutput() => Open(System.Console.Out, System.Console.IsOutputRedirected);

    /// <summary>The console on stderr, for progress and messages.</summary>
    public static IAnsiConsole OpenError() => Open(System.Console.Error, System.Console.IsErrorRedirected);

    /// <summary>A console that writes to a writer: plain and unwrapped when redirected or NO_COLOR is set.</summary>
    public static IAnsiConsole Open(TextWriter writer, bool isRedirected)
    {
        var isPlain = isRedirected || !string.IsNullOrEmpty(Environment.GetEnvironmentVariable("NO_COLOR"));
        var console = AnsiConsole.Create(new AnsiConsoleSettings
        {
            Ansi = isPlain ? AnsiSupport.No : AnsiSupport.Detect,
            ColorSystem = isPlain ? ColorSystemSupport.NoColors : ColorSystemSupport.Detect,
            Interactive = isPlain ? InteractionSupport.No : InteractionSupport.Detect,
            Out = new AnsiConsoleOutput(writer),
        });
        if (isRedirected) console.Profile.Width = PlainWidthColumns;
        return console;
    }
}
