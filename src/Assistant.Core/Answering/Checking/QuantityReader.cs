using System.Globalization;
using Assistant.Core.Indexing;

namespace Assistant.Core.Answering.Checking;

/// <summary>Reads one number with magnitude and unit from a list of tokens.</summary>
internal sealed class QuantityReader
{
    private readonly IReadOnlyList<QuantityToken> _tokens;
    private readonly int _start;
    private string _unit = string.Empty;

    /// <summary>Creates a reader of the number that begins at a token.</summary>
    public QuantityReader(IReadOnlyList<QuantityToken> tokens, int start)
    {
        _tokens = tokens;
        _start = start;
        Position = start;
    }

    /// <summary>Index of the first token after what was read.</summary>
    public int Position { get; private set; }

    /// <summary>Reads the number that begins at the start.</summary>
    /// <returns>Null when there is none.</returns>
    public Quantity? Read()
    {
        ReadCurrency();
        if (ReadValue() is not { } value) return null;
        ReadHalf(ref value);
        value = ReadMagnitudes(value);
        ReadHalf(ref value);
        ReadUnit(ref value);
        if (IsLoneOne(value) || IsYear(value)) return null;
        var end = _tokens[Position - 1].End;
        return new Quantity(value, _unit, _unit is "" or Quantity.Ordinal ? NounAhead() : string.Empty, _tokens[_start].Start, end);
    }

    private string Current => Position < _tokens.Count ? _tokens[Position].Text : string.Empty;

    private string Ahead(int count) => Position + count < _tokens.Count ? _tokens[Position + count].Text : string.Empty;

    private void ReadCurrency()
    {
        if (Current is not ("$" or "€" or "£")) return;
        _unit = QuantityWords.Units[Current];
        Position++;
    }

    private decimal? ReadValue()
    {
        var token = Current;
        if (token.Length > 0 && char.IsDigit(token[0])) return ReadDigits(token);
        if (token is "a" or "an" && IsNumberAhead()) Position++;
        if (token == "a" && Ahead(2) == "of" && IsSpan(Ahead(1))) return ReadOne();
        if (IsFractionAhead(0)) return ReadFraction(1);
        if (QuantityWords.Ordinals.TryGetValue(Current, out var ordinal)) return ReadOrdinal(ordinal);
        if (QuantityWords.Magnitudes.TryGetValue(Current, out _) && Position > _start) return 1;
        return ReadCardinal();
    }

    /// <summary>"a million", "a quarter", "a dozen".</summary>
    private bool IsNumberAhead() => QuantityWords.Magnitudes.ContainsKey(Ahead(1)) || IsFractionAhead(1) || Ahead(1) == "dozen";

    private static bool IsSpan(string token) => token is "day" or "week" or "month" or "year";

    /// <summary>"a week of".</summary>
    private decimal ReadOne()
    {
        Position++;
        return 1;
    }

    private decimal? ReadDigits(string token)
    {
        var isOrdinal = token.Length > 2 && char.IsLetter(token[^1]) && char.IsLetter(token[^2]);
        if (!decimal.TryParse(isOrdinal ? token[..^2] : token, NumberStyles.Number, CultureInfo.InvariantCulture, out var value))
            return null;
        Position++;
        if (isOrdinal) _unit = Quantity.Ordinal;
        return value;
    }

    private decimal ReadOrdinal(decimal value)
    {
        Position++;
        _unit = Quantity.Ordinal;
        return value;
    }

    private decimal? ReadCardinal()
    {
        if (!QuantityWords.Cardinals.TryGetValue(Current, out var value)) return null;
        Position++;
        if (value >= 20 && value % 10 == 0 && QuantityWords.Cardinals.TryGetValue(Current, out var digit) && digit is > 0 and < 10)
        {
            Position++;
            value += digit;
        }

        return IsFractionAhead(0) && Current != "second" ? ReadFraction(value) : value;
    }

    private bool IsFractionAhead(int ahead)
    {
        var token = Ahead(ahead);
        if (!QuantityWords.Fractions.ContainsKey(token)) return false;
        var isPlain = token is "half" or "quarter" or "quarters" || token[^1] == 's';
        return isPlain ? token != "half" || Ahead(ahead + 1) is "of" or "a" or "its" or "the" or "" or "." or "," || Position > _start
            : Ahead(ahead + 1) == "of" && Position + ahead > 0 && _tokens[Position + ahead - 1].Text is "a" or "one";
    }

    /// <summary>"a quarter", "two thirds", "a quarter of a million", "a quarter of a century".</summary>
    private decimal ReadFraction(decimal count)
    {
        var value = count * QuantityWords.Fractions[Current];
        Position++;
        if (Current == "of" && Ahead(1) == "a" && (QuantityWords.Magnitudes.ContainsKey(Ahead(2)) || QuantityWords.YearSpans.ContainsKey(Ahead(2))))
            Position += 2;
        else _unit = "fraction";
        return value;
    }

    /// <summary>"two and a half", "three and a quarter".</summary>
    private void ReadHalf(ref decimal value)
    {
        if (Current != "and" || Ahead(1) != "a" || Ahead(2) is not ("half" or "quarter")) return;
        value += QuantityWords.Fractions[Ahead(2)];
        Position += 3;
    }

    private decimal ReadMagnitudes(decimal value)
    {
        while (QuantityWords.Magnitudes.TryGetValue(Current, out var magnitude) && _unit != Quantity.Ordinal)
        {
            value *= magnitude;
            Position++;
        }

        return _unit.Length > 0 && QuantityWords.MoneyMagnitudes.TryGetValue(Current, out var money) ? Times(value, money) : value;
    }

    private decimal Times(decimal value, decimal magnitude)
    {
        Position++;
        return value * magnitude;
    }

    private void ReadUnit(ref decimal value)
    {
        if (_unit is "usd" or "eur" or "gbp" or Quantity.Ordinal or "fraction") return;
        if (QuantityWords.YearSpans.TryGetValue(Current, out var years))
        {
            value *= years;
            _unit = "year";
            Position++;
        }
        else if (Current == "per" && Ahead(1) == "cent")
        {
            _unit = "percent";
            Position += 2;
        }
        else
        {
            ReadMeasure();
        }
    }

    private void ReadMeasure()
    {
        var prefix = Current is "cubic" or "square" ? Current : string.Empty;
        var ahead = prefix.Length > 0 || Current is "us" or "singapore" or "swedish" or "american" or "solar" ? 1 : 0;
        if (!QuantityWords.Units.TryGetValue(Ahead(ahead), out var unit)) return;
        _unit = prefix + unit;
        Position += ahead + 1;
    }

    private string NounAhead()
    {
        for (var ahead = 0; ahead < 2; ahead++)
        {
            var token = Ahead(ahead);
            if (token.Length == 0 || !char.IsLetter(token[0])) return string.Empty;
            if (token is "because" or "whereas" or "now" or "then" or "again" or "later") return string.Empty;
            if (!Lexicon.FunctionWords.Contains(token)) return PorterStemmer.Stem(token);
            if (token is not ("of" or "more" or "other")) return string.Empty;
        }

        return string.Empty;
    }

    private bool IsLoneOne(decimal value) => value == 1 && _unit is "" && _tokens[Position - 1].Text is "one" or "a" or "an";

    private bool IsYear(decimal value) =>
        value is >= 1000 and < 2200 && _unit.Length == 0 && Position - _start == 1 && _tokens[_start].Text.Length == 4
        && !QuantityWords.Units.ContainsKey(Current);
}
