namespace Assistant.Eval.Importing;

/// <summary>What an import wrote, and what it could not read.</summary>
/// <param name="Documents">Documents written.</param>
/// <param name="Questions">Questions written.</param>
/// <param name="LeftOut">Well-formed questions left out because nobody judged them.</param>
/// <param name="Problems">Records skipped, each with file, line and reason.</param>
internal sealed record ImportResult(int Documents, int Questions, int LeftOut, IReadOnlyList<string> Problems);
