namespace Assistant.Eval.FollowUps;

/// <summary>What one variant found for one follow-up question.</summary>
/// <param name="QuestionId">The question.</param>
/// <param name="Variant">The variant's name.</param>
/// <param name="SearchText">What was searched.</param>
/// <param name="Recall">Recall@10 in [0, 1].</param>
internal sealed record FollowUpRow(string QuestionId, string Variant, string SearchText, double Recall);
