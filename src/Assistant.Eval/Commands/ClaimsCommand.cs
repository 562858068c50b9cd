using System.CommandLine;
using Assistant.Core.Answering;
using Assistant.Core.Answering.Checking;
using Assistant.Core.Ingestion;
using Assistant.Eval.Claims;

namespace Assistant.Eval.Commands;

/// <summary><c>claims</c>: checks the citation checker against sentences whose truth is known.</summary>
internal static class ClaimsCommand
{
    /// <summary>The command.</summary>
    public static Command Create()
    {
        var file = new Argument<string>("file") { Description = "Claims, one JSON object a line, as in eval/claims." };
        var mistakes = new Option<bool>("--mistakes") { Description = "List what is judged wrongly." };
        var command = new Command("claims", "Prints precision and recall of 'supported' for each tier of the citation checker and for both.")
        {
            file, mistakes,
        };
        command.SetAction(async (parsed, cancellationToken) =>
        {
            var claims = await ClaimFile.LoadAsync(parsed.GetRequiredValue(file), cancellationToken);
            var reader = ClaimReader.Load();
            var judged = claims.Select(claim => Judge(claim, reader, cancellationToken)).ToList();
            await System.Console.Out.WriteAsync(ClaimsText.Render(judged, parsed.GetValue(mistakes)));
            return ExitCode.Success;
        });
        return command;
    }

    private static CheckedClaim Judge(Claim claim, ClaimReader reader, CancellationToken cancellationToken)
    {
        var passage = new CitedPassage(claim.Title, claim.Passage, new DateTimeOffset(claim.PublishedAt, TimeOnly.MinValue, TimeSpan.Zero));
        var facts = FactChecker.Check(claim.Sentence, [passage]);
        return new CheckedClaim(claim, facts, reader.Logit(claim.Sentence, passage, new TextSpan(facts.Start, facts.End), cancellationToken));
    }
}
