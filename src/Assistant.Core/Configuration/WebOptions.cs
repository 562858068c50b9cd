using System.ComponentModel.DataAnnotations;

namespace Assistant.Core.Configuration;

/// <summary>What may be fetched from the web.</summary>
public sealed class WebOptions
{
    /// <summary>Also fetch from this machine and its own network; else only from public addresses.</summary>
    public bool AllowPrivateAddresses { get; set; }

    /// <summary>Longest wait for one page, with all its redirects, in seconds.</summary>
    [Range(1, 600)]
    public int TimeoutSeconds { get; set; } = 20;

    /// <summary>Largest page, unpacked, in megabytes.</summary>
    [Range(1, 1024)]
    public int MaxMegabytes { get; set; } = 20;

    /// <summary>Most items read of one feed, from its top.</summary>
    [Range(1, 10_000)]
    public int MaxFeedItems { get; set; } = 100;
}
