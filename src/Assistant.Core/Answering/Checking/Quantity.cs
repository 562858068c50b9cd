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

    /// <summary>Both have the same unit, or both are shares of a whole.</summary>
    public bool IsOfKind(Quantity other) => Unit == other.Unit || (Unit is "percent" or "fraction" && other.Unit is "percent" or "fraction");

    /// <summary>Whether the two say the same amount of the same thing.</summary>
    public bool Agrees(Quantity other) =>
        (QuantityWords.InBaseUnit(Value, Unit) is { } amount && amount == QuantityWords.InBaseUnit(other.Value, other.Unit))
        || IsSameShare(other) || other.IsSameShare(this) || IsSamePlain(other);

    /// <summary>"80 per cent" and "four fifths"; a third is 33 per cent.</summary>
    private bool IsSameShare(Quantity other) => Unit == "percent" && other.Unit == "fraction" && Math.Abs(Value - (100 * other.Value)) < 0.5m;

    /// <summary>One may leave its unit out ("one got two dollars and the other three"), but not a size: "17.03" is no 17.03 hours.</summary>
    private bool IsSamePlain(Quantity other) =>
        Value == other.Value && (Unit == other.Unit || (Unit.Length == 0 && Noun.Length == 0 && other.Unit is not (Ordinal or "percent"))
            || (other.Unit.Length == 0 && other.Noun.Length == 0 && MayBeLeftOut(Unit)));

    private static bool MayBeLeftOut(string unit) => unit != Ordinal && (unit == "year" || QuantityWords.InBaseUnit(1, unit) is null);
}
