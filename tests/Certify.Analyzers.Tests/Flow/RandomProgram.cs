using System.Globalization;
using System.Text;

namespace Certify.Analyzers.Tests.Flow;

/// <summary>Writes one random method of the subset, one step per line, from a seed.</summary>
internal sealed class RandomProgram(int seed)
{
    private readonly Random _random = new(seed);
    private readonly StringBuilder _text = new();
    private readonly List<string> _variables = ["a", "b", "c"];
    private readonly HashSet<string> _readOnly = [];
    private int _names;
    private int _depth;

    /// <summary>The types and helpers that all methods share.</summary>
    public const string Shared = """
        using System;
        struct Pair { public int X; public int Y; public void Turn() { int t = X; X = Y; Y = t; } }
        [System.Runtime.CompilerServices.InlineArray(6)] struct Six { private int _first; }
        static class Programs
        {
            public static int Fuel;
            static void Touch(ref int x) { unchecked { x = x * 700 - 3; } }
            static void Give(out int x) { x = Fuel; }

        """;

    /// <summary>The method, named after the seed.</summary>
    public string Write()
    {
        _text.Append(CultureInfo.InvariantCulture, $"static int M{seed}(int a, int b, int c, uint u, byte y, float f, int[] t)\n{{\n");
        Line("Span<int> s = t;");
        Line("Pair p = default;");
        Line("Six six = default;");
        for (var i = 0; i < 8; i++) Statement();
        Line("return a ^ b ^ c ^ p.X ^ six[1];");
        return _text.Append("}\n").ToString();
    }

    private void Statement()
    {
        switch (_random.Next(_depth > 2 ? 14 : 26))
        {
            case 0: Declare(); break;
            case 1 or 2: Line($"{Target()} = {Expression(2)};"); break;
            case 3: Line($"{Target()} {Pick("+=", "-=", "*=", "/=", "%=", "&=", "|=", ">>=", "<<=")} {Expression(1)};"); break;
            case 4: Line($"{Target()}{Pick("++", "--")};"); break;
            case 5: Line($"t[{Expression(1)}] = {Expression(1)};"); break;
            case 6: Line($"{Target()} = {Pick("t", "s", "six")}[{Expression(1)}];"); break;
            case 7: Line($"s = s.Slice({Expression(1)});"); break;
            case 8: Line($"s = s.Slice({Expression(1)}, {Expression(1)});"); break;
            case 9: Line($"{Pick("Touch(ref", "Give(out")} {Target()});"); break;
            case 10: Line($"p.{Pick("X", "Y")} = {Expression(1)};"); break;
            case 11: Line(Pick("p.Turn();", "t = new int[Math.Clamp(a, 0, 5)];", "s = t;", "p = default;")); break;
            case 12: Line($"y {Pick("+=", "-=", "=")} {Pick("1", "3", $"(byte)({Left(1)})")};"); break;
            case 13: Line($"{Target()} = t[^({Expression(1)})];"); break;
            case 14 or 15 or 16: If(); break;
            case 17 or 18 or 19: For(); break;
            case 20: While(); break;
            case 21 or 22 or 23: Guarded(); break;
            default: Switch(); break;
        }
    }

    private void Declare()
    {
        var name = $"v{_names++}";
        Line($"int {name} = {Expression(2)};");
        _variables.Add(name);
    }

    private void If()
    {
        Line($"if ({Condition(2)})");
        Block(2);
        if (_random.Next(2) == 0) return;
        Line("else");
        Block(2);
    }

    private void For()
    {
        var name = $"i{_names++}";
        var up = _random.Next(3) > 0;
        var limit = Pick("t.Length", "s.Length", "6", $"{_random.Next(1, 20)}", Variable(), Variable());
        Line("for (");
        Line(up ? $"int {name} = {Pick("0", "0", "1", Variable())};" : $"int {name} = {limit} - 1;");
        Line((up ? $"{name} {Pick("<", "<", "<=", "!=")} {limit}" : $"{name} >= 0") + " && Fuel-- > 0;");
        Line(up ? $"{name}{Pick("++", "++", " += 2")}" : $"{name}--");
        Line(")");
        _variables.Add(name);
        if (_random.Next(4) > 0) _readOnly.Add(name);
        Block(3);
        _variables.Remove(name);
        _readOnly.Remove(name);
    }

    // A test, something that may undo it, and a use that relies on it.
    private void Guarded()
    {
        var name = _random.Next(5) == 0 ? Pick("p.X", "p.Y") : Assignable();
        var of = Pick("t", "s", "six");
        var limit = of == "six" ? "6" : $"{of}.Length";
        Line(_random.Next(3) == 0 ? $"if ({name} > -50 && {name} < {_random.Next(1, 90)})" : $"if ({name} >= 0 && {name} < {limit})");
        Line("{");
        _depth += 2;
        for (var i = _random.Next(3); i > 0; i--) Statement();
        _depth -= 2;
        Line(Pick($"a = {of}[{name}];", $"b = {name} * 1000;", $"c = {name} + 1;", $"s = s.Slice({name} & 1);", $"{of}[{name}] = 3;", $"a = 7 / ({name} + 51);", $"y = (byte)(100 + {name});"));
        Line("}");
    }

    private void While()
    {
        Line($"while ({Condition(1)} && Fuel-- > 0)");
        Block(2);
    }

    private void Switch()
    {
        Line($"switch ({Expression(1)})");
        Line("{");
        Line($"case {Constant()} when {Condition(1)}:");
        Block(1);
        Line("break;");
        Line("case > 2 and < 9:");
        Block(1);
        Line("break;");
        Line("default:");
        Block(1);
        Line("break;");
        Line("}");
    }

    private void Block(int statements)
    {
        var known = _variables.Count;
        _depth++;
        Line("{");
        for (var i = _random.Next(1, statements + 1); i > 0; i--) Statement();
        Line("}");
        _depth--;
        _variables.RemoveRange(known, _variables.Count - known);
    }

    private string Condition(int depth) => depth > 0 && _random.Next(3) == 0
        ? $"({Condition(depth - 1)} {Pick("&&", "||")} {Condition(depth - 1)})"
        : _random.Next(8) switch
        {
            0 => $"{Variable()} is > 0 and < {_random.Next(2, 50)}",
            1 => $"unchecked((uint){Variable()}) < (uint){Pick("t", "s")}.Length",
            2 => $"!({Variable()} < {Constant()})",
            3 => $"f > {_random.Next(-3, 3)} && f < {_random.Next(3, 900)}",
            _ => $"{Left(1)} {Pick("<", "<=", ">", ">=", "==", "!=")} {Expression(1)}",
        };

    private string Expression(int depth)
    {
        if (depth == 0) return _random.Next(3) == 0 ? Constant() : Variable();
        return _random.Next(20) switch
        {
            0 => Constant(),
            1 or 2 => Variable(),
            3 => $"({Left(depth - 1)} + {Expression(depth - 1)})",
            4 => $"({Left(depth - 1)} - {Expression(depth - 1)})",
            5 => $"({Left(depth - 1)} * {Constant()})",
            6 => $"({Left(depth - 1)} / {Expression(depth - 1)})",
            7 => $"({Left(depth - 1)} % {Expression(depth - 1)})",
            8 => $"({Left(depth - 1)} & {Pick("7", "255", "-4", Variable())})",
            9 => $"({Left(depth - 1)} {Pick(">>", "<<")} {Pick("1", "3", "35", Variable())})",
            10 => $"Math.{Pick("Min", "Max")}({Expression(depth - 1)}, {Expression(depth - 1)})",
            11 => $"Math.Clamp((int)({Left(depth - 1)}), 0, {Pick("5", "t.Length")})",
            12 => $"Math.Abs({Left(depth - 1)})",
            13 => $"({Condition(0)} ? {Expression(depth - 1)} : {Expression(depth - 1)})",
            14 => $"(int)({Left(depth - 1)} * {Pick("0.5f", "f", "1e3")})",
            15 => $"({Assignable()}++ {Pick("+", "-")} {Variable()})",
            16 => $"(int)(byte)({Left(depth - 1)})",
            17 => $"unchecked({Left(depth - 1)} + {Variable()})",
            18 => $"(int)(u {Pick("/", "%", "-", ">>", "&")} {_random.Next(1, 9)}u)",
            _ => $"(-{Left(depth - 1)})",
        };
    }

    // Never a constant, so that the compiler does not fold.
    private string Left(int depth) => depth == 0 ? Variable() : $"({Variable()} {Pick("+", "-", "&", "%")} {Expression(depth - 1)})";

    private string Assignable()
    {
        var free = _variables.Where(name => !_readOnly.Contains(name)).ToList();
        return free[_random.Next(free.Count)];
    }

    private string Target() => _random.Next(8) == 0 ? Pick("p.X", "p.Y") : Assignable();

    private string Variable() => _random.Next(10) switch
    {
        0 => "t.Length",
        1 => "s.Length",
        2 => Pick("p.X", "p.Y"),
        3 => "y",
        _ => _variables[_random.Next(_variables.Count)],
    };

    private string Constant() => Pick("0", "1", "2", "3", "7", "100", "-1", "int.MaxValue", "int.MinValue", "255", "32767");

    private string Pick(params string[] of) => of[_random.Next(of.Length)];

    private void Line(string text) => _text.Append(text).Append('\n');
}
