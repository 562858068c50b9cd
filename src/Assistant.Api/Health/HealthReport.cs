namespace Assistant.Api.Health;

/// <summary>How the server is.</summary>
/// <param name="Status"><c>live</c>, <c>ready</c>, <c>degraded</c> (answers are quotes only) or <c>not_ready</c>.</param>
/// <param name="Reason">Why it is not ready, or degraded.</param>
internal sealed record HealthReport(string Status, string? Reason);
