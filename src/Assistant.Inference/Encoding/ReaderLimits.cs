using Assistant.Inference.Weights;

namespace Assistant.Inference.Encoding;

/// <summary>The sizes, in tokens, that a reader was trained with.</summary>
/// <param name="MaxTokens">Whole input.</param>
/// <param name="MaxQuestionTokens">Question.</param>
/// <param name="MaxTitleTokens">Title.</param>
/// <param name="MaxAnswerTokens">Answer span.</param>
internal sealed record ReaderLimits(int MaxTokens, int MaxQuestionTokens, int MaxTitleTokens, int MaxAnswerTokens)
{
    /// <summary>Tokens that are neither question nor title nor passage: [CLS], two [SEP] and the colon.</summary>
    private const int StructureTokens = 4;

    /// <summary>Reads them from a <c>config.json</c>.</summary>
    /// <exception cref="InvalidDataException">A value is missing, or nothing is left for the passage.</exception>
    public static ReaderLimits Load(string path, ModelConfig config)
    {
        ReaderLimits limits = ModelConfig.Parse(path, json => new ReaderLimits(
            json.GetProperty("max_length").GetInt32(),
            json.GetProperty("max_question_tokens").GetInt32(),
            json.GetProperty("max_title_tokens").GetInt32(),
            json.GetProperty("max_answer_tokens").GetInt32()));
        int smallest = Math.Min(Math.Min(limits.MaxQuestionTokens, limits.MaxTitleTokens), limits.MaxAnswerTokens);
        int room = limits.MaxTokens - limits.MaxQuestionTokens - limits.MaxTitleTokens - StructureTokens;
        if (smallest < 0 || room < 1 || limits.MaxTokens > config.MaxTokens)
        {
            throw ModelConfig.Broken(path, "its limits leave no tokens for a passage, or are larger than the encoder's");
        }

        return limits;
    }
}
