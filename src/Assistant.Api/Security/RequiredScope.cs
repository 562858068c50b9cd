using Assistant.Core.Keys;

namespace Assistant.Api.Security;

/// <summary>Endpoint metadata: the scope that a caller needs. An endpoint without it is open.</summary>
internal sealed record RequiredScope(KeyScope Scope);
