using System.Collections.Frozen;

namespace Assistant.Core.Answering.Checking;

/// <summary>Number words, magnitudes and units of English.</summary>
internal static class QuantityWords
{
    /// <summary>Cardinals below a hundred.</summary>
    public static FrozenDictionary<string, decimal> Cardinals { get; } = Numbered(
        """
        zero 0 one 1 two 2 three 3 four 4 five 5 six 6 seven 7 eight 8 nine 9 ten 10 eleven 11 twelve 12 thirteen 13
        fourteen 14 fifteen 15 sixteen 16 seventeen 17 eighteen 18 nineteen 19 twenty 20 thirty 30 forty 40 fifty 50
        sixty 60 seventy 70 eighty 80 ninety 90 dozen 12 twice 2
        """);

    /// <summary>Ordinals.</summary>
    public static FrozenDictionary<string, decimal> Ordinals { get; } = Numbered(
        """
        first 1 second 2 third 3 fourth 4 fifth 5 sixth 6 seventh 7 eighth 8 ninth 9 tenth 10 eleventh 11 twelfth 12
        thirteenth 13 fourteenth 14 fifteenth 15 sixteenth 16 seventeenth 17 eighteenth 18 nineteenth 19 twentieth 20
        thirtieth 30 fortieth 40 fiftieth 50 hundredth 100
        """);

    /// <summary>Parts of a whole; a plural counts as the same part.</summary>
    public static FrozenDictionary<string, decimal> Fractions { get; } = Numbered(
        "half 0.5 third 0.3333 thirds 0.3333 quarter 0.25 quarters 0.25 fifth 0.2 fifths 0.2 tenth 0.1 tenths 0.1");

    /// <summary>Words that multiply the number before them.</summary>
    public static FrozenDictionary<string, decimal> Magnitudes { get; } = Numbered(
        """
        hundred 100 thousand 1000 million 1000000 billion 1000000000 trillion 1000000000000 quadrillion 1000000000000000 bn 1000000000 mn 1000000
        hundreds 100 thousands 1000 millions 1000000 billions 1000000000
        """);

    /// <summary>Magnitudes behind a currency sign ("$20m").</summary>
    public static FrozenDictionary<string, decimal> MoneyMagnitudes { get; } = Numbered("k 1000 m 1000000 tn 1000000000000");

    /// <summary>Units of measure with their canonical names.</summary>
    public static FrozenDictionary<string, string> Units { get; } = Named(
        """
        % percent percent percent pct percent $ usd dollar usd dollars usd usd usd € eur euro eur euros eur £ gbp pound gbp pounds gbp
        km km kms km kilometre km kilometres km kilometer km kilometers km m m metre m metres m meter m meters m mm mm
        millimetre mm millimetres mm millimeter mm millimeters mm cm cm centimetre cm centimetres cm mile mile miles mile kg kg
        kilogram kg kilograms kg gram g grams g g g milligram mg milligrams mg microgram ug micrograms ug tonne t tonnes t ton t
        tons t mw mw megawatt mw megawatts mw kw kw kilowatt kw kilowatts kw gw gw gigawatt gw gigawatts gw mwh mwh
        megawatt-hour mwh megawatt-hours mwh kilowatt-hour kwh kilowatt-hours kwh kwh kwh hour h hours h hr h hrs h minute min
        minutes min mins min second s seconds s secs s day day days day week week weeks week month month months month year year
        years year degree degree degrees degree cent cent cents cent light-year ly light-years ly pixel px pixels px
        rupee inr rupees inr riyal sar riyals sar krona sek kronor sek krone nok kroner nok yen jpy yuan cny rouble rub roubles rub
        ruble rub rubles rub micron um microns um acre acre acres acre hectare ha hectares ha litre l litres l liter l liters l
        nautical nm knot kn knots kn volt v volts v watt w watts w point pt points pt
        """);

    /// <summary>How many of the smallest unit of its kind a unit has: seconds, months, grams, millimetres.</summary>
    private static FrozenDictionary<string, (string Base, decimal Factor)> Sizes { get; } = new (string Unit, string Base, decimal Factor)[]
    {
        ("s", "s", 1), ("min", "s", 60), ("h", "s", 3600), ("month", "month", 1), ("year", "month", 12), ("g", "g", 1), ("kg", "g", 1000), ("t", "g", 1_000_000),
        ("mm", "mm", 1), ("cm", "mm", 10), ("m", "mm", 1000), ("km", "mm", 1_000_000), ("kw", "kw", 1), ("mw", "kw", 1000), ("gw", "kw", 1_000_000), ("day", "day", 1), ("week", "day", 7),
    }.ToFrozenDictionary(static size => size.Unit, static size => (size.Base, size.Factor), StringComparer.Ordinal);

    /// <summary>An amount in the smallest unit of its kind; null for a unit that converts to no other.</summary>
    public static (decimal Amount, string Unit)? InBaseUnit(decimal value, string unit) =>
        Sizes.TryGetValue(unit, out var size) ? (value * size.Factor, size.Base) : null;

    /// <summary>Spans of time counted in years.</summary>
    public static FrozenDictionary<string, decimal> YearSpans { get; } = Numbered("decade 10 decades 10 century 100 centuries 100");

    private static FrozenDictionary<string, decimal> Numbered(string list) => Pairs(list).ToFrozenDictionary(
        static pair => pair[0], static pair => decimal.Parse(pair[1], System.Globalization.CultureInfo.InvariantCulture), StringComparer.Ordinal);

    private static FrozenDictionary<string, string> Named(string list) => Pairs(list).DistinctBy(static pair => pair[0])
        .ToFrozenDictionary(static pair => pair[0], static pair => pair[1], StringComparer.Ordinal);

    private static IEnumerable<string[]> Pairs(string list) =>
        list.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Chunk(2);
}
