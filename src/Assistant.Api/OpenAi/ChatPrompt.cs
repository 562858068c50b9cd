using Assistant.Core;

namespace Assistant.Api.OpenAi;

/// <summary>A checked chat completion request.</summary>
/// <param name="Model">The model that was asked for.</param>
/// <param name="Question">The question with the conversation before it.</param>
/// <param name="IncludesUsage">Whether a stream ends by telling the usage.</param>
internal sealed record ChatPrompt(string Model, Question Question, bool IncludesUsage);
