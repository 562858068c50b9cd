using System.Collections.Concurrent;
using System.Diagnostics.Metrics;
using System.Globalization;

namespace Assistant.IntegrationTests.Api;

/// <summary>Listens to the metrics of the assistant.</summary>
internal sealed class Measurements : IDisposable
{
    private readonly ConcurrentQueue<(string Name, double Value, string Tags)> _measured = new();
    private readonly MeterListener _listener = new();

    public Measurements()
    {
        _listener.InstrumentPublished = static (instrument, listener) =>
        {
            if (instrument.Meter.Name == "Assistant") listener.EnableMeasurementEvents(instrument);
        };
        _listener.SetMeasurementEventCallback<long>((instrument, value, tags, _) => Add(instrument, value, tags));
        _listener.SetMeasurementEventCallback<int>((instrument, value, tags, _) => Add(instrument, value, tags));
        _listener.SetMeasurementEventCallback<double>((instrument, value, tags, _) => Add(instrument, value, tags));
        _listener.Start();
    }

    /// <summary>The values of an instrument that were measured with this tag.</summary>
    public IReadOnlyList<double> Of(string name, string tag = "") =>
        [.. _measured.Where(item => item.Name == name && item.Tags.Contains(tag, StringComparison.Ordinal)).Select(static item => item.Value)];

    /// <summary>Waits for what the server measures after it has answered; at most ten seconds.</summary>
    public async Task WaitForAsync(string name, string tag)
    {
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(10));
        while (Of(name, tag).Count == 0) await Task.Delay(20, limit.Token);
    }

    /// <summary>Reads what is only told when it is asked for.</summary>
    public void Observe() => _listener.RecordObservableInstruments();

    public void Dispose() => _listener.Dispose();

    private void Add(Instrument instrument, double value, ReadOnlySpan<KeyValuePair<string, object?>> tags)
    {
        var written = string.Concat(tags.ToArray().Select(static tag => string.Create(CultureInfo.InvariantCulture, $"{tag.Key}={tag.Value};")));
        _measured.Enqueue((instrument.Name, value, written));
    }
}
