using Assistant.Core.Keys;

namespace Assistant.Api.Security;

/// <summary>Who sent a request.</summary>
/// <param name="Id">The key's public id, or <c>local</c> when there are no keys.</param>
/// <param name="Scope">What the caller may do.</param>
internal sealed record Caller(string Id, KeyScope Scope)
{
    /// <summary>Everybody on this machine, when there are no keys.</summary>
    public static Caller Local { get; } = new("local", KeyScope.Write);
}
