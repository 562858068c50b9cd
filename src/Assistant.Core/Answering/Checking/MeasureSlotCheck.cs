namespace Assistant.Core.Answering.Checking;

/// <summary>A number or date must not stand between the very words between which the passages have another one: no "it takes seven months until the instruments are in place" for "it takes three months until the instruments are in place".</summary>
/// <remarks>Pure and thread-safe.</remarks>
internal static class MeasureSlotCheck
{
    /// <summary>Why a number or date has the place of another one; null when none has.</summary>
    public static string? Contradiction(SupportWindow window)
    {
        var claim = window.Claim;
        var number = claim.Quantities.FirstOrDefault(quantity => quantity.Unit != Quantity.Ordinal && SlotIn(claim, quantity.Start, quantity.End).IsOfOther(Numbers(window, quantity)));
        if (number is not null) return $"the cited passage gives another number than {claim.Text[number.Start..number.End]} for this";
        var date = claim.Dates.FirstOrDefault(date => !date.IsSpan && SlotIn(claim, date.Start, date.End).IsOfOther(Dates(window, date)));
        return date is null ? null : $"the cited passage gives another date than {claim.Text[date.Start..date.End]} for this";
    }

    private static Slot SlotIn(ClaimText claim, int start, int end) => Slot.Of(claim.Words, claim.IsMeasured, start, end);

    /// <summary>The numbers of the claimed one's kind; others that the claim has too are left out.</summary>
    private static List<(Slot Slot, bool IsSame)> Numbers(SupportWindow window, Quantity claimed) =>
    [
        .. from sentence in window.All
           from other in sentence.Quantities
           where other.Unit != Quantity.Ordinal && (claimed.Agrees(other) || (IsOfKind(claimed, other) && !window.Claim.Quantities.Any(other.Agrees)))
           select (Slot.Of(sentence.Words, sentence.IsMeasured, other.Start, other.End), claimed.Agrees(other)),
    ];

    private static List<(Slot Slot, bool IsSame)> Dates(SupportWindow window, CalendarMention claimed) =>
    [
        .. from sentence in window.All
           from other in sentence.Dates
           where !other.IsSpan && (window.Says(other, claimed) || !window.Claim.Dates.Any(own => window.Says(other, own)))
           select (Slot.Of(sentence.Words, sentence.IsMeasured, other.Start, other.End), window.Says(other, claimed)),
    ];

    private static bool IsOfKind(Quantity left, Quantity right) => left.IsOfKind(right) || left.Unit.Length == 0 || right.Unit.Length == 0;
}
