using Microsoft.Extensions.AI;

namespace Assistant.Core;

/// <summary>Tokens of a chat model, by its own count.</summary>
/// <param name="Read">Tokens of the prompt.</param>
/// <param name="Written">Tokens of what it wrote, also of what was not shown.</param>
public sealed record TokenUsage(long Read, long Written)
{
    /// <summary>What a chat model reported; null when it left a part out.</summary>
    internal static TokenUsage? Of(UsageDetails details) =>
        details is { InputTokenCount: { } read, OutputTokenCount: { } written } ? new TokenUsage(read, written) : null;
}
