using System.Globalization;

namespace Certify.Coverage.Decisions;

/// <summary>
/// The Boolean structure of a decision over its conditions: &amp;&amp;, ||, !, Boolean ?: and constants. A value of
/// this type proves that every condition is named by its place in source order, first is 0.
/// Written as text in prefix form, for example <c>or(and(0,1),not(2))</c>; choice(p,t,f) is <c>p ? t : f</c>.
/// </summary>
public abstract record BooleanShape
{
    private BooleanShape() { }

    /// <summary>A condition by its number in source order.</summary>
    public sealed record Condition(int Index) : BooleanShape
    {
        /// <inheritdoc/>
        public override string ToString() => Index.ToString(CultureInfo.InvariantCulture);
    }

    /// <summary>An operand that the compiler knows; it is no condition.</summary>
    public sealed record Constant(bool Value) : BooleanShape
    {
        /// <inheritdoc/>
        public override string ToString() => Value ? "true" : "false";
    }

    /// <summary>Negation: structure, not a condition.</summary>
    public sealed record Not(BooleanShape Operand) : BooleanShape
    {
        /// <inheritdoc/>
        public override string ToString() => $"not({Operand})";
    }

    /// <summary>Short-circuit conjunction.</summary>
    public sealed record And(BooleanShape Left, BooleanShape Right) : BooleanShape
    {
        /// <inheritdoc/>
        public override string ToString() => $"and({Left},{Right})";
    }

    /// <summary>Short-circuit disjunction.</summary>
    public sealed record Or(BooleanShape Left, BooleanShape Right) : BooleanShape
    {
        /// <inheritdoc/>
        public override string ToString() => $"or({Left},{Right})";
    }

    /// <summary>Boolean conditional operator.</summary>
    public sealed record Choice(BooleanShape Predicate, BooleanShape WhenTrue, BooleanShape WhenFalse) : BooleanShape
    {
        /// <inheritdoc/>
        public override string ToString() => $"choice({Predicate},{WhenTrue},{WhenFalse})";
    }

    /// <summary>Reads the prefix form.</summary>
    /// <exception cref="FormatException">The text is no shape; the message says where.</exception>
    public static BooleanShape Parse(string text)
    {
        var position = 0;
        var shape = ParseAt(text, ref position);
        return position == text.Length ? shape : throw Bad(text, position);
    }

    private static BooleanShape ParseAt(string text, ref int position)
    {
        var start = position;
        while (position < text.Length && char.IsAsciiLetterOrDigit(text[position])) position++;
        var word = text[start..position];
        if (int.TryParse(word, NumberStyles.None, CultureInfo.InvariantCulture, out var index)) return new Condition(index);
        switch (word)
        {
            case "true": return new Constant(true);
            case "false": return new Constant(false);
        }
        var operands = new List<BooleanShape>();
        do
        {
            if (position >= text.Length || text[position] != (operands.Count == 0 ? '(' : ',')) throw Bad(text, position);
            position++;
            operands.Add(ParseAt(text, ref position));
        }
        while (position < text.Length && text[position] == ',');
        if (position >= text.Length || text[position] != ')') throw Bad(text, position);
        position++;
        return (word, operands.Count) switch
        {
            ("not", 1) => new Not(operands[0]),
            ("and", 2) => new And(operands[0], operands[1]),
            ("or", 2) => new Or(operands[0], operands[1]),
            ("choice", 3) => new Choice(operands[0], operands[1], operands[2]),
            _ => throw Bad(text, start),
        };
    }

    private static FormatException Bad(string text, int position) =>
        new($"'{text}' is no decision shape: unexpected text at column {position + 1}");
}
