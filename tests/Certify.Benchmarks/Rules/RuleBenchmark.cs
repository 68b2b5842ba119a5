namespace Certify.Benchmarks.Rules;

/// <summary>
/// What the rules cost in a build: against the same build without them, against other analyzers, with growing programs,
/// and rule by rule. Every figure is measured in this run; a goal that is missed is printed as missed.
/// </summary>
internal static class RuleBenchmark
{
    private const double RatioMax = 1.5;
    private const double ExponentMax = 1.1;
    private const double ShareMax = 0.10;
    private const int RatioLines = 100_000;
    private const int BuildsToWarm = 8;

    /// <summary>Runs all measurements.</summary>
    /// <param name="quick">One round and programs of a tenth of the size: to see whether it works, not to cite.</param>
    public static int Run(bool quick)
    {
        var scale = quick ? 10 : 1;
        var folder = Directory.CreateTempSubdirectory("certify-bench-").FullName;
        try
        {
            Console.WriteLine($"{RuleTimes.Count} rules; compiler of {Path.GetFileName(Toolset.Sdk)}; {Environment.ProcessorCount} processors; times in seconds");
            Growth(folder, [.. new[] { 10_000, 50_000, 100_000, 200_000 }.Select(lines => lines / scale)]);
            OddShapes.Run(Path.Combine(folder, "odd"), scale);
            ProjectBuilds(Path.Combine(folder, "projects"), RatioLines / scale, rounds: quick ? 1 : 3);
            Builds(Path.Combine(folder, "builds"), RatioLines / scale, rounds: quick ? 1 : 3);
            WarmBuilds(Path.Combine(folder, "builds"), RatioLines / scale, quick ? 2 : BuildsToWarm, rounds: quick ? 1 : 5);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }

        return 0;
    }

    /// <summary>Measures builds of whole projects only.</summary>
    public static int Projects()
    {
        var folder = Directory.CreateTempSubdirectory("certify-bench-").FullName;
        try
        {
            ProjectBuilds(folder, RatioLines, rounds: 3);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }

        return 0;
    }

    /// <summary>Measures builds by a warm compiler server only.</summary>
    public static int Warm()
    {
        var folder = Directory.CreateTempSubdirectory("certify-bench-").FullName;
        try
        {
            WarmBuilds(folder, RatioLines, BuildsToWarm, rounds: 5);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }

        return 0;
    }

    /// <summary>Writes the generated program to a folder, for a look at it.</summary>
    public static int Write(string folder, int lines)
    {
        _ = new CompilerRun(folder, ProgramGenerator.Write(lines));
        return 0;
    }

    private static void Growth(string folder, int[] sizes)
    {
        Console.WriteLine($"\nin process, one thread: the analysis, bodies bound for it\n{"lines",10}{"files",8}{"seconds",10}{"µs/line",10}");
        var points = new List<(double Lines, double Seconds)>();
        RuleTime? last = null;
        var at = Path.Combine(folder, "growth");
        foreach (var size in sizes.Prepend(sizes[0]))
        {
            var warm = last is null;
            var files = ProgramGenerator.Write(size);
            var lines = ProgramGenerator.Lines(files);
            if (Directory.Exists(at)) Directory.Delete(at, recursive: true);
            _ = new CompilerRun(at, files);

            // The least of two: what disturbs a measurement only adds to it.
            var (first, second) = (RuleTimes.Measure(at), RuleTimes.Measure(at));
            last = first.Analysis < second.Analysis ? first : second;
            if (warm) continue;
            var seconds = last.Analysis.TotalSeconds;
            points.Add((lines, seconds));
            Console.WriteLine($"{lines,10:N0}{files.Count,8:N0}{seconds,10:0.00}{seconds / lines * 1e6,10:0.0}");
        }

        var exponent = Exponent(points);
        Console.WriteLine($"growth exponent {exponent:0.000}, goal at most {ExponentMax}: {Verdict(exponent <= ExponentMax)}");
        ByRule(RuleTimes.MeasureEach(at));
    }

    private static void ByRule(RuleTime time)
    {
        var total = time.ByRule.Values.Sum(t => t.TotalSeconds);
        Console.WriteLine($"\nrule by rule on the largest program, {total:0.00} s in the rules' actions, what they share in lines of its own\n{"rule",-16}{"seconds",10}{"share",9}");
        foreach (var (id, taken) in time.ByRule.OrderByDescending(entry => entry.Value).ThenBy(entry => entry.Key, StringComparer.Ordinal).Take(15))
            Console.WriteLine($"{id,-16}{taken.TotalSeconds,10:0.000}{taken.TotalSeconds / total,9:0.0 %}");
        var hot = time.ByRule.Where(entry => entry.Key.StartsWith("CFY", StringComparison.Ordinal) && entry.Value.TotalSeconds > total * ShareMax).Select(entry => entry.Key).Order(StringComparer.Ordinal).ToList();
        Console.WriteLine($"rules above {ShareMax:0 %}: {(hot.Count == 0 ? "none" : string.Join(", ", hot))}: {Verdict(hot.Count == 0)}");
        Console.WriteLine(time.Findings.Count == 0
            ? "the generated program breaks no rule"
            : "the generated program breaks rules: " + string.Join(", ", time.Findings.OrderBy(f => f.Key, StringComparer.Ordinal).Select(f => $"{f.Key} {f.Value:N0}")));
        foreach (var failure in time.Failures) Console.WriteLine("failure: " + failure);
    }

    // The goal is about what a user waits for: 'dotnet build' of a project, with the package and without.
    private static void ProjectBuilds(string folder, int size, int rounds)
    {
        var files = ProgramGenerator.Write(size);
        using var build = new ProjectBuild(folder, files);
        Console.WriteLine($"\n'dotnet build' of a project of {ProgramGenerator.Lines(files):N0} lines as the SDK makes it, median of {rounds}");
        foreach (var server in new[] { false, true })
        {
            var plain = new List<CompilerTime>();
            var rules = new List<CompilerTime>();
            for (var round = server ? -1 : 0; round < rounds; round++)
            {
                var (without, with) = (build.Run(rules: false, server), build.Run(rules: true, server));
                // A server's first builds start and warm it.
                if (round < 0) continue;
                plain.Add(without);
                rules.Add(with);
            }

            var ratio = Median(rules, t => t.Wall) / Median(plain, t => t.Wall);
            var work = server ? "" : $"; processor {Median(plain, t => t.Processor):0.00} and {Median(rules, t => t.Processor):0.00}, ratio {Median(rules, t => t.Processor) / Median(plain, t => t.Processor):0.00}";
            Console.WriteLine($"{(server ? "with a compiler server" : "compiler started anew")}: {Median(plain, t => t.Wall):0.00} without and {Median(rules, t => t.Wall):0.00} with the package, "
                + $"ratio {ratio:0.00}, goal at most {RatioMax}: {Verdict(ratio <= RatioMax)}{work}");
        }
    }

    private static void Builds(string folder, int size, int rounds)
    {
        var files = ProgramGenerator.Write(size);
        var compiler = new CompilerRun(folder, files);
        var (others, text) = Toolset.Others();
        var plain = new List<CompilerTime>();
        var rules = new List<CompilerTime>();
        var package = new List<CompilerTime>();
        var compared = new List<CompilerTime>();
        for (var round = 0; round < rounds; round++)
        {
            plain.Add(compiler.Run());
            rules.Add(compiler.Run("/analyzer:" + Toolset.OwnRules));
            package.Add(compiler.Run(Toolset.PackageEnvironment(), ["/analyzer:" + Toolset.OwnRules]));
            if (others is not null) compared.Add(compiler.Run([.. others, "/warnaserror-"]));
        }

        Console.WriteLine($"\nthe compiler alone, without the SDK's own analyzers, on {ProgramGenerator.Lines(files):N0} lines, median of {rounds}, started anew each time\n{"compiler",-36}{"wall",8}{"ratio",8}{"processor",12}{"ratio",8}");
        var (wall, processor) = (Median(plain, t => t.Wall), Median(plain, t => t.Processor));
        Line("without analyzers", plain);
        Line("with the rules", rules);
        Line("the same, as the package starts it", package);
        if (others is not null) Line("with other analyzers", compared);
        Console.WriteLine("the wall ratio says something on an idle machine only");
        Console.WriteLine(others is null
            ? "other analyzers: not measured: " + text
            : $"other analyzers: {text}\nprocessor time of the rules to that of the other analyzers: {(Median(rules, t => t.Processor) - processor) / (Median(compared, t => t.Processor) - processor):0.00}");
        Odd("without analyzers", plain[0]);
        Odd("with the rules", rules[0]);

        void Line(string name, List<CompilerTime> times) => Console.WriteLine(
            $"{name,-36}{Median(times, t => t.Wall),8:0.00}{Median(times, t => t.Wall) / wall,8:0.00}{Median(times, t => t.Processor),12:0.00}{Median(times, t => t.Processor) / processor,8:0.00}");
    }

    private static void WarmBuilds(string folder, int size, int warm, int rounds)
    {
        _ = new CompilerRun(folder, ProgramGenerator.Write(size));
        using var without = new CompilerServer(folder, "plain");
        using var with = new CompilerServer(folder, "rules");
        var plain = new List<CompilerTime>();
        var rules = new List<CompilerTime>();
        for (var round = 0; round < warm + rounds; round++)
        {
            plain.Add(without.Run());
            rules.Add(with.Run("/analyzer:" + Toolset.OwnRules));
        }

        plain.RemoveRange(0, warm);
        rules.RemoveRange(0, warm);
        var ratio = Median(rules, t => t.Wall) / Median(plain, t => t.Wall);
        var work = Median(rules, t => t.Processor) / Median(plain, t => t.Processor);
        Console.WriteLine($"\nthe compiler alone as a server, median of {rounds} after {warm} builds: wall {Median(plain, t => t.Wall):0.00} and {Median(rules, t => t.Wall):0.00}, "
            + $"processor {Median(plain, t => t.Processor):0.00} and {Median(rules, t => t.Processor):0.00}");
        Console.WriteLine($"server with the rules to server without: wall {ratio:0.00}; processor {work:0.00}");
    }

    private static void Odd(string name, CompilerTime time)
    {
        var lines = time.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        if (lines.Length > 0) Console.WriteLine($"{name}: the compiler reports {lines.Length:N0} diagnostics, the first: {lines[0]}");
    }

    private static double Median(List<CompilerTime> times, Func<CompilerTime, TimeSpan> of) =>
        times.Select(t => of(t).TotalSeconds).Order().ElementAt(times.Count / 2);

    /// <summary>Slope of the straight line through the logarithms (least squares).</summary>
    private static double Exponent(IReadOnlyList<(double Lines, double Seconds)> points)
    {
        var logs = points.Select(p => (X: Math.Log(p.Lines), Y: Math.Log(p.Seconds))).ToList();
        var (x, y) = (logs.Average(p => p.X), logs.Average(p => p.Y));
        return logs.Sum(p => (p.X - x) * (p.Y - y)) / logs.Sum(p => (p.X - x) * (p.X - x));
    }

    private static string Verdict(bool held) => held ? "held" : "MISSED";
}
