using System.CommandLine;
using System.Text;
using Assistant.Console.Rendering;
using Assistant.Core.Configuration;
using Assistant.Core.Embeddings;
using Assistant.Core.Indexing;

namespace Assistant.Console.Commands;

/// <summary>The command line: commands, options, exit codes, and what is said when something fails.</summary>
internal static class AssistantCommandLine
{
    /// <summary>Runs a command.</summary>
    /// <returns>An <see cref="ExitCode"/>.</returns>
    public static async Task<int> RunAsync(string[] arguments)
    {
        System.Console.OutputEncoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false);
        var parsed = Create().Parse(arguments);
        if (parsed.Errors.Count > 0)
        {
            foreach (var error in parsed.Errors) await System.Console.Error.WriteLineAsync(SafeText.OneLine(error.Message));
            await System.Console.Error.WriteLineAsync("See 'assistant --help'.");
            return ExitCode.Usage;
        }

        try
        {
            var configuration = new InvocationConfiguration { EnableDefaultExceptionHandler = false };
            if (parsed.CommandResult.Command.Name == ChatCommand.Name) configuration.ProcessTerminationTimeout = null;
            return await parsed.InvokeAsync(configuration);
        }
        catch (OperationCanceledException)
        {
            await System.Console.Error.WriteLineAsync("Cancelled; what was stored before stays stored.");
            return ExitCode.Failure;
        }
        catch (Exception exception) when (IsExpected(exception))
        {
            await System.Console.Error.WriteLineAsync(SafeText.Lines(exception.Message));
            return ExitCode.Failure;
        }
    }

    private static RootCommand Create()
    {
        var data = new Option<string?>("--data")
        {
            Description = $"Folder that holds the index and assistant.json (else {DataFolder.EnvironmentVariable}, else the user's local application data).",
            Recursive = true,
        };
        return new RootCommand("Answers questions from your articles; every sentence cites the exact characters it stands on.")
        {
            data,
            AskCommand.Create(data),
            ChatCommand.Create(data),
            SearchCommand.Create(data),
            IngestCommand.Create(data),
            ArticlesCommand.Create(data),
            IndexCommand.Create(data),
            KeysCommand.Create(data),
            ConfigCommand.Create(data),
        };
    }

    private static bool IsExpected(Exception exception) => exception
        is ConfigurationException or IOException or UnauthorizedAccessException or InvalidDataException
        or ArgumentException or InvalidOperationException or IndexException or EmbeddingException;
}
