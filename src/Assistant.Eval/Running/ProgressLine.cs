using System.Globalization;
using Spectre.Console;

namespace Assistant.Eval.Running;

/// <summary>Progress on stderr: a bar on a terminal, a line every tenth elsewhere.</summary>
internal static class ProgressLine
{
    private const int PlainSteps = 10;

    /// <summary>Runs work and shows how far it is.</summary>
    /// <param name="title">What is done.</param>
    /// <param name="total">How many steps it has.</param>
    /// <param name="work">The work; reports the number of steps done.</param>
    public static async Task ShowAsync(string title, int total, Func<IProgress<int>, Task> work)
    {
        if (System.Console.IsErrorRedirected)
        {
            await work(new Plain(title, total));
            return;
        }

        var terminal = AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(System.Console.Error) });
        await terminal.Progress()
            .Columns(new TaskDescriptionColumn(), new ProgressBarColumn(), new PercentageColumn(), new RemainingTimeColumn())
            .StartAsync(async context =>
            {
                var task = context.AddTask(Markup.Escape(title), maxValue: total);
                await work(new Bar(task));
                task.StopTask();
            });
    }

    private sealed class Bar(ProgressTask task) : IProgress<int>
    {
        public void Report(int value) => task.Value = value;
    }

    private sealed class Plain(string title, int total) : IProgress<int>
    {
        private int _shown;

        public void Report(int value)
        {
            var step = (int)((long)value * PlainSteps / Math.Max(1, total));
            if (step <= _shown) return;
            _shown = step;
            System.Console.Error.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{title}: {value} of {total}"));
        }
    }
}
