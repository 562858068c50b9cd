using System.Text.Json;
using Assistant.Core;

namespace Assistant.Api;

/// <summary>The JSON of requests and responses: that of console and evaluation, and stricter when reading.</summary>
internal static class RequestJson
{
    /// <summary>Gives the framework's options the form of <see cref="AssistantJson"/>.</summary>
    public static void Configure(JsonSerializerOptions options)
    {
        var ours = AssistantJson.Options;
        options.DefaultIgnoreCondition = ours.DefaultIgnoreCondition;
        options.Encoder = ours.Encoder;
        options.NumberHandling = ours.NumberHandling;
        options.PropertyNamingPolicy = ours.PropertyNamingPolicy;
        options.TypeInfoResolverChain.Insert(0, ours.TypeInfoResolver!);
        foreach (var converter in ours.Converters) options.Converters.Add(converter);
        options.AllowDuplicateProperties = false;
        options.RespectNullableAnnotations = true;
        options.MaxDepth = 32;
    }
}
