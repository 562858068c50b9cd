namespace Assistant.Api.Health;

/// <summary>How the server is.</summary>
/// <param name="Status"><c>live</c>, <c>ready</c> or <c>not_ready</c>.</param>
/// <param name="Reason">Why it is not ready.</param>
internal sealed record HealthReport(string Status, string? Reason);
