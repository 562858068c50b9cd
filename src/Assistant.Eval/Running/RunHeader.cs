namespace Assistant.Eval.Running;

/// <summary>What a run is of: two partial runs go together only when all of it agrees.</summary>
/// <param name="Suite">The suite's name.</param>
/// <param name="SuiteHash">Hash of the suite.</param>
/// <param name="IndexFingerprint">What the index was built with.</param>
/// <param name="Options">Options that change results, by name.</param>
internal sealed record RunHeader(
    string Suite, string SuiteHash, string IndexFingerprint, SortedDictionary<string, string> Options)
{
    /// <summary>True when rows of one belong with rows of the other.</summary>
    public bool Matches(RunHeader other) =>
        Suite == other.Suite
        && SuiteHash == other.SuiteHash
        && IndexFingerprint == other.IndexFingerprint
        && Options.SequenceEqual(other.Options);
}
