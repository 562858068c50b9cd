namespace Assistant.Core.Answering.Checking;

/// <summary>A number with its unit.</summary>
/// <param name="Value">The number times its magnitude; years of a century or decade.</param>
/// <param name="Unit">Canonical unit ("usd", "percent", "km"), <c>ordinal</c>, or empty when a plain count.</param>
/// <param name="Noun">Stem of the word that is counted; empty when there is none.</param>
/// <param name="Start">First UTF-16 code unit in the text.</param>
/// <param name="End">One past the last UTF-16 code unit, unit included.</param>
internal sealed record Quantity(decimal Value, string Unit, string Noun, int Start, int End)
{
    /// <summary>Name of the unit of an ordinal number.</summary>
    public const string Ordinal = "ordinal";

    /// <summary>Whether the two say the same amount of the same thing.</summary>
    public bool Agrees(Quantity other) =>
        Value == other.Value && (Unit == other.Unit || (Unit.Length == 0 && Noun.Length == 0 && other.Unit is not (Ordinal or "percent"))
            || (other.Unit.Length == 0 && other.Noun.Length == 0 && Unit != Ordinal));
}
