namespace Assistant.Tests.Indexing.Qdrant.Server;

/// <summary>What goes wrong with a request.</summary>
internal enum FaultKind
{
    /// <summary>429 with Retry-After.</summary>
    RateLimited,

    /// <summary>429 without: the request costs more than the limit ever allows.</summary>
    TooCostly,

    /// <summary>503 before anything was done.</summary>
    Unavailable,

    /// <summary>500 after the write was applied.</summary>
    FailedAfterwards,

    /// <summary>No answer until the client gives up; nothing was done.</summary>
    Silence,

    /// <summary>408: the server's own time limit.</summary>
    TimedOut,

    /// <summary>The connection is cut after the write was applied.</summary>
    CutAfterwards,

    /// <summary>200 with <c>acknowledged</c>: applied a moment later.</summary>
    Acknowledged,

    /// <summary>200 with <c>wait_timeout</c>: applied a moment later.</summary>
    WaitTimeout,

    /// <summary>404 with an empty body.</summary>
    NotFoundEmpty,

    /// <summary>200 with half of the JSON, properly ended.</summary>
    HalfJson,

    /// <summary>A proxy's 413 with a page.</summary>
    ProxyTooLarge,

    /// <summary>A proxy's 502 with a page.</summary>
    BadGateway,

    /// <summary>507: the quota is used up.</summary>
    OutOfRoom,
}

/// <summary>A fault, and which requests it is for.</summary>
/// <param name="Kind">What goes wrong.</param>
/// <param name="Matches">Told method, path and length of the body.</param>
internal sealed record Fault(FaultKind Kind, Func<string, string, long, bool> Matches)
{
    /// <summary>How often it still happens.</summary>
    public int Times { get; set; } = 1;
}
