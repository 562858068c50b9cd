using System.Text.Json.Serialization;

namespace Assistant.Api.OpenAi;

/// <summary>OpenAI's list of models.</summary>
/// <param name="Data">The models.</param>
internal sealed record ModelList(IReadOnlyList<ModelEntry> Data)
{
    /// <summary>Always <c>list</c>.</summary>
    public string Object { get; init; } = "list";

    /// <summary>Names of the models that can be asked for.</summary>
    public static IReadOnlyList<string> Names { get; } = ["assistant", "assistant-extractive", "assistant-generative"];
}

/// <summary>A model in OpenAI's form.</summary>
/// <param name="Id">Its name.</param>
/// <param name="Created">Unix time in seconds.</param>
internal sealed record ModelEntry(string Id, long Created)
{
    /// <summary>Always <c>model</c>.</summary>
    public string Object { get; init; } = "model";

    /// <summary>Whose it is.</summary>
    [JsonPropertyName("owned_by")]
    public string OwnedBy { get; init; } = "assistant";
}
