using System.CommandLine;
using Assistant.Console.Rendering;
using Assistant.Core;
using Assistant.Core.Configuration;
using Assistant.Core.Keys;

namespace Assistant.Console.Commands;

/// <summary><c>keys create|list|revoke</c>: the keys to the API.</summary>
internal static class KeysCommand
{
    /// <summary>Creates the command with its subcommands.</summary>
    public static Command Create(Option<string?> data) =>
        new("keys", "Makes, lists and revokes keys to the API.") { CreateCreate(data), CreateList(data), CreateRevoke(data) };

    private static Command CreateCreate(Option<string?> data)
    {
        var scope = new Option<KeyScope>("--scope")
        {
            Description = "read: ask and read; write: also add, replace and erase articles.",
            Required = true,
        };
        var name = new Option<string>("--name") { Description = "What the key is for.", Required = true };
        var command = new Command("create", "Makes a key and shows it once.") { scope, name };
        command.SetAction(parsed =>
        {
            var created = OpenStore(parsed.GetValue(data)).Create(parsed.GetRequiredValue(name), parsed.GetValue(scope));
            System.Console.Error.WriteLine("Keep it now, it is not shown again. Send it as 'Authorization: Bearer <key>'.");
            System.Console.Error.WriteLine($"For a server that keeps no state of its own: Api:Keys:0:Hash={created.Key.Hash}");
            System.Console.Out.WriteLine(created.Secret);
            return ExitCode.Success;
        });
        return command;
    }

    private static Command CreateList(Option<string?> data)
    {
        var json = new Option<bool>("--json") { Description = "Print the keys as JSON." };
        var command = new Command("list", "Lists the keys, without their secrets.") { json };
        command.SetAction(parsed =>
        {
            var keys = OpenStore(parsed.GetValue(data)).List();
            if (parsed.GetValue(json)) JsonOutput.Write(keys.Select(static key => key with { Hash = "(kept)" }));
            else Show(keys);
            return ExitCode.Success;
        });
        return command;
    }

    private static Command CreateRevoke(Option<string?> data)
    {
        var id = new Argument<string>("id") { Description = "The key's id, as 'keys list' shows it." };
        var command = new Command("revoke", "Revokes a key, at once and for good.") { id };
        command.SetAction(parsed =>
        {
            var wanted = parsed.GetRequiredValue(id);
            if (!OpenStore(parsed.GetValue(data)).Revoke(wanted))
                throw new ArgumentException($"No key that holds has the id '{wanted}'; 'assistant keys list' shows them.");
            System.Console.Error.WriteLine($"Revoked {wanted}.");
            return ExitCode.Success;
        });
        return command;
    }

    private static KeyStore OpenStore(string? data) => new(DataFolder.Open(data), TimeProvider.System);

    private static void Show(IReadOnlyList<ApiKey> keys)
    {
        if (keys.Count == 0) System.Console.Error.WriteLine("There are no keys: the API serves this machine alone.");
        foreach (var key in keys)
        {
            var state = key.RevokedAt is { } revoked ? $"revoked {revoked:yyyy-MM-dd}" : "holds";
            System.Console.Out.WriteLine(
                $"{key.Id}  {AssistantJson.NameOf(key.Scope),-5}  {key.CreatedAt:yyyy-MM-dd}  {state,-18}  {SafeText.OneLine(key.Name)}");
        }
    }
}
