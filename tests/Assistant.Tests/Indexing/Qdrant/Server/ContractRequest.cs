using System.Text.Json;
using Microsoft.AspNetCore.Http;

namespace Assistant.Tests.Indexing.Qdrant.Server;

/// <summary>A request that passed the layers before the handlers.</summary>
/// <param name="Method">HTTP method.</param>
/// <param name="Path">Path without a trailing slash, unescaped.</param>
/// <param name="Query">Query parameters.</param>
/// <param name="Body">Undefined without a body.</param>
/// <param name="DelayedStatus">A write is to be answered with this status, and applied a moment later.</param>
internal sealed record ContractRequest(string Method, string Path, IQueryCollection Query, JsonElement Body, string? DelayedStatus)
{
    public bool Waits => Query["wait"] == "true";
}
