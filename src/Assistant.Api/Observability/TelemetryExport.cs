using System.Diagnostics.Metrics;
using Assistant.Api.Security;
using Assistant.Core.Observability;
using OpenTelemetry;
using OpenTelemetry.Logs;
using OpenTelemetry.Metrics;
using OpenTelemetry.Resources;
using OpenTelemetry.Trace;

namespace Assistant.Api.Observability;

/// <summary>Sends traces, metrics and logs by OTLP where the standard environment variables say so; else does nothing.</summary>
internal sealed class TelemetryExport(QuestionQueue queue, WorkspaceOpener opener) : IHostedService, IDisposable
{
    private const string ServiceName = "assistant-api";
    private static readonly string[] Switches =
    [
        "OTEL_EXPORTER_OTLP_ENDPOINT", "OTEL_EXPORTER_OTLP_TRACES_ENDPOINT", "OTEL_EXPORTER_OTLP_METRICS_ENDPOINT",
        "OTEL_EXPORTER_OTLP_LOGS_ENDPOINT",
    ];

    private readonly Meter _meter = new(AssistantTelemetry.Name);
    private TracerProvider? _traces;
    private MeterProvider? _metrics;

    private static bool IsWanted => Array.Exists(Switches, static name => Environment.GetEnvironmentVariable(name) is { Length: > 0 });

    /// <summary>Sends the logs too; the level that is configured holds here as well.</summary>
    public static void AddLogs(ILoggingBuilder logging)
    {
        if (!IsWanted) return;
        logging.AddOpenTelemetry(static logs =>
        {
            logs.IncludeScopes = true;
            logs.SetResourceBuilder(Resource()).AddOtlpExporter();
        });
    }

    public Task StartAsync(CancellationToken cancellationToken)
    {
        _meter.CreateObservableGauge("assistant.questions.waiting", () => queue.Waiting, "{question}", "Questions that wait for the models.");
        _meter.CreateObservableGauge(
            "assistant.chat.circuit_open", () => opener.Opened?.IsChatDown == true ? 1 : 0, unit: null, "1 while the chat model is left alone.");
        if (!IsWanted) return Task.CompletedTask;
        _traces = Sdk.CreateTracerProviderBuilder()
            .SetResourceBuilder(Resource())
            .AddSource(AssistantTelemetry.Name, "Microsoft.AspNetCore")
            .AddOtlpExporter()
            .Build();
        _metrics = Sdk.CreateMeterProviderBuilder()
            .SetResourceBuilder(Resource())
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
        _meter.Dispose();
    }

    private static ResourceBuilder Resource() => ResourceBuilder.CreateDefault().AddService(ServiceName).AddEnvironmentVariableDetector();
}
