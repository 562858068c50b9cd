using System.Threading.RateLimiting;
using Assistant.Api.Problems;
using Assistant.Core.Configuration;

namespace Assistant.Api.Security;

/// <summary>How much one caller may ask: requests a minute and requests at once.</summary>
internal static class RequestLimits
{
    /// <summary>Adds the limits; they hold for endpoints that need a scope, apart for each key.</summary>
    public static IServiceCollection AddRequestLimits(this IServiceCollection services, ApiOptions options) =>
        services.AddRateLimiter(limiter =>
        {
            limiter.GlobalLimiter = PartitionedRateLimiter.CreateChained(RequestsAtOnce(options), RequestsPerMinute(options));
            limiter.OnRejected = static (rejected, _) => new ValueTask(ProblemWriter.WriteAsync(rejected.HttpContext, ToProblem(rejected.Lease)));
        });

    private static PartitionedRateLimiter<HttpContext> RequestsAtOnce(ApiOptions options) =>
        PartitionedRateLimiter.Create<HttpContext, string>(context => CallerOf(context) is { } caller
            ? RateLimitPartition.GetConcurrencyLimiter(caller, _ => new() { PermitLimit = options.RequestsAtOnce })
            : RateLimitPartition.GetNoLimiter(string.Empty));

    private static PartitionedRateLimiter<HttpContext> RequestsPerMinute(ApiOptions options) =>
        PartitionedRateLimiter.Create<HttpContext, string>(context => CallerOf(context) is { } caller
            ? RateLimitPartition.GetTokenBucketLimiter(caller, _ => new()
            {
                TokenLimit = options.RequestsPerMinute,
                TokensPerPeriod = 1,
                ReplenishmentPeriod = TimeSpan.FromMinutes(1) / options.RequestsPerMinute,
            })
            : RateLimitPartition.GetNoLimiter(string.Empty));

    private static string? CallerOf(HttpContext context) =>
        context.GetEndpoint()?.Metadata.GetMetadata<RequiredScope>() is null ? null : context.Features.Get<Caller>()?.Id;

    private static Problem ToProblem(RateLimitLease lease) =>
        lease.TryGetMetadata(MetadataName.RetryAfter, out var wait)
            ? Problem.TooMany("More requests a minute than allowed.", Math.Max(1, (int)Math.Ceiling(wait.TotalSeconds)))
            : Problem.TooMany("More requests at once than allowed.", 1);
}
