using Assistant.Core.Observability;
using OpenTelemetry;
using OpenTelemetry.Metrics;
using OpenTelemetry.Resources;
using OpenTelemetry.Trace;

namespace Assistant.Api.Observability;

/// <summary>Sends traces and metrics by OTLP where the standard environment variables say so; else does nothing.</summary>
internal sealed class TelemetryExport : IHostedService, IDisposable
{
    private const string ServiceName = "assistant-api";
    private static readonly string[] Switches =
        ["OTEL_EXPORTER_OTLP_ENDPOINT", "OTEL_EXPORTER_OTLP_TRACES_ENDPOINT", "OTEL_EXPORTER_OTLP_METRICS_ENDPOINT"];

    private TracerProvider? _traces;
    private MeterProvider? _metrics;

    public Task StartAsync(CancellationToken cancellationToken)
    {
        if (!Array.Exists(Switches, static name => Environment.GetEnvironmentVariable(name) is { Length: > 0 })) return Task.CompletedTask;
        _traces = Sdk.CreateTracerProviderBuilder()
            .SetResourceBuilder(ResourceBuilder.CreateDefault().AddService(ServiceName).AddEnvironmentVariableDetector())
            .AddSource(AssistantTelemetry.Name, "Microsoft.AspNetCore")
            .AddOtlpExporter()
            .Build();
        _metrics = Sdk.CreateMeterProviderBuilder()
            .SetResourceBuilder(ResourceBuilder.CreateDefault().AddService(ServiceName).AddEnvironmentVariableDetector())
            .AddMeter(AssistantTelemetry.Name, "Microsoft.AspNetCore.Hosting", "Microsoft.AspNetCore.RateLimiting", "System.Runtime")
            .AddOtlpExporter()
            .Build();
        return Task.CompletedTask;
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public void Dispose()
    {
        _traces?.Dispose();
        _metrics?.Dispose();
    }
}
