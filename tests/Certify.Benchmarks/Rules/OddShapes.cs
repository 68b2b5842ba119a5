using System.Globalization;

namespace Certify.Benchmarks.Rules;

/// <summary>Programs that nobody writes and generators do: one thing, many times. Each once and twice as large, to see the growth.</summary>
internal static class OddShapes
{
    private static readonly (string Name, int Size, Func<int, string> Text)[] s_shapes =
    [
        ("operands of one sum", 5_000, Sum),
        ("cases of one switch", 3_000, Switch),
        ("methods that call in a ring", 2_000, Ring),
    ];

    /// <summary>Measures all shapes and prints a line for each.</summary>
    /// <param name="folder">A folder for their sources.</param>
    /// <param name="scale">Divides the sizes.</param>
    public static void Run(string folder, int scale)
    {
        Console.WriteLine($"\nodd shapes, in process, one thread\n{"shape",-30}{"size",8}{"seconds",10}{"twice",10}{"exponent",10}");
        foreach (var (name, full, text) in s_shapes)
        {
            var size = full / scale;
            var (once, twice) = (Seconds(folder, text(size)), Seconds(folder, text(2 * size)));
            Console.WriteLine($"{name,-30}{size,8:N0}{once,10:0.00}{twice,10:0.00}{Math.Log2(twice / once),10:0.00}");
        }
    }

    private static double Seconds(string folder, string text)
    {
        if (Directory.Exists(folder)) Directory.Delete(folder, recursive: true);
        _ = new CompilerRun(folder, [("Odd.cs", text)]);
        return Math.Min(RuleTimes.Measure(folder).Analysis.TotalSeconds, RuleTimes.Measure(folder).Analysis.TotalSeconds);
    }

    private static string Sum(int size) => $$"""
        internal static class Odd
        {
            internal static int All(int x) => {{string.Join(" + ", Numbers(size).Select(n => $"(x & {n})"))}};
        }
        """;

    private static string Switch(int size) => $$"""
        internal static class Odd
        {
            internal static int Of(int x)
            {
                int y;
                switch (x)
                {
        {{string.Join("\n", Numbers(size).Select(n => $"            case {n}: y = x - {n}; break;"))}}
                    default: y = 0; break;
                }

                return y;
            }
        }
        """;

    private static string Ring(int size) => $$"""
        internal static class Odd
        {
        {{string.Join("\n", Numbers(size).Select(n => $"    internal static int M{n}(int x) => M{(int.Parse(n, CultureInfo.InvariantCulture) + 1) % size}(x);"))}}
        }
        """;

    private static IEnumerable<string> Numbers(int size) => Enumerable.Range(0, size).Select(n => n.ToString(CultureInfo.InvariantCulture));
}
