using System.Diagnostics;
using System.Globalization;
using Certify.Benchmarks.Rules;
using Certify.Fuzz.Sets;
using Certify.Trace.Formats;

namespace Certify.Benchmarks.Trace;

/// <summary>
/// What an audit of requirement traces costs as a whole process, from own Markdown and from ReqIF: wall time, processor time and largest memory of
/// the published tool. Every figure is measured in this run; a goal that is missed is printed as missed.
/// </summary>
internal static class TraceBenchmark
{
    private const int ItemsPerFile = 500;

    private static readonly Goal[] s_goals =
    [
        new(100, 0.25, null), new(10_000, 0.5, 100), new(100_000, 3.0, 500), new(1_000_000, null, null),
    ];

    /// <summary>Runs all sizes.</summary>
    /// <param name="tool">certify.dll as published, for example artifacts/tool/certify.dll.</param>
    /// <param name="quick">Leaves out the million.</param>
    public static int Run(string tool, bool quick)
    {
        if (!File.Exists(tool))
        {
            Console.Error.WriteLine($"{tool}: no such file; hint: run './certify --version' once, which builds the tool");
            return 2;
        }

        var folder = Directory.CreateTempSubdirectory("certify-bench-").FullName;
        try
        {
            Console.WriteLine($"whole processes, least of three; {Environment.ProcessorCount} processors\n{"format",-10}{"items",11}{"links",11}{"MB",8}{"wall s",9}{"cpu s",9}{"peak MB",9}  {"goal",-22}exit");
            foreach (var format in new[] { "markdown", "reqif" })
            {
                var points = new List<(double Items, double Seconds)>();
                // A ReqIF file of a million items would have more than the 2 GiB that are written at once.
                foreach (var goal in s_goals.Where(g => g.Items < 1_000_000 || (!quick && format == "markdown"))) points.Add(Measure(tool, folder, format, goal));
                var (first, last) = (points[^2], points[^1]);
                Console.WriteLine($"{format}: growth exponent from {first.Items:N0} to {last.Items:N0} items {Math.Log(last.Seconds / first.Seconds) / Math.Log(last.Items / first.Items):0.00} of processor time");
            }
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
        return 0;
    }

    private static (double Items, double Seconds) Measure(string tool, string folder, string format, Goal goal)
    {
        var at = Path.Combine(folder, $"{format}-{goal.Items}");
        // A clean set has 1.39 times the items asked for.
        var items = CleanSet.Make((int)(goal.Items / 1.39), 1, dependencies: 6);
        var links = items.Sum(i => i.Links.Count);
        var writer = FormatList.Writers.Single(w => w.Name == format);
        long bytes = 0;
        var perFile = format == "markdown" ? ItemsPerFile : items.Count;
        for (var n = 0; n * perFile < items.Count; n++)
        {
            foreach (var file in writer.Write(items.GetRange(n * perFile, Math.Min(perFile, items.Count - n * perFile)), $"set{n:0000}").Files)
            {
                var path = Path.Combine(at, file.Path);
                Directory.CreateDirectory(Path.GetDirectoryName(path)!);
                File.WriteAllBytes(path, file.Bytes.ToArray());
                bytes += file.Bytes.Length;
            }
        }

        var count = items.Count;
        items = null;
        var best = Enumerable.Range(0, goal.Items >= 1_000_000 ? 1 : 3).Select(_ => Once(tool, at)).MinBy(r => r.Wall)!;
        var held = (goal.Seconds is null || best.Wall <= goal.Seconds) && (goal.Megabytes is null || best.Peak <= goal.Megabytes);
        var text = goal.Seconds is null ? "" : $"{goal.Seconds} s{(goal.Megabytes is { } mb ? $", {mb} MB" : "")}: {(held ? "held" : "MISSED")}";
        Console.WriteLine($"{format,-10}{count,11:N0}{links,11:N0}{bytes / 1e6,8:0.0}{best.Wall,9:0.00}{best.Processor,9:0.00}{best.Peak,9:0}  {text,-22}{best.Exit}");
        Directory.Delete(at, recursive: true);
        return (count, best.Processor);
    }

    private static RunTime Once(string tool, string folder)
    {
        // The shell prints the processor times of its child; the runtime cannot ask for those of a process that has ended.
        const string Script = "\"$@\" >/dev/null 2>&1 & echo $!; wait $!; echo $?; times";
        using var process = new Process();
        process.StartInfo = new ProcessStartInfo("sh") { RedirectStandardOutput = true };
        foreach (var argument in new[] { "-c", Script, "sh", "dotnet", tool, "trace", "audit", folder, "--level", "A" }) process.StartInfo.ArgumentList.Add(argument);
        process.StartInfo.Environment["DOTNET_SYSTEM_GLOBALIZATION_INVARIANT"] = "1";
        var watch = Stopwatch.StartNew();
        process.Start();
        var child = int.Parse(process.StandardOutput.ReadLine()!, CultureInfo.InvariantCulture);
        var peak = 0.0;
        // The kernel keeps the largest resident size of a process that lives; the last look at it is what is printed.
        while (!process.WaitForExit(2)) peak = Math.Max(peak, Peak(child));
        var wall = watch.Elapsed.TotalSeconds;
        var lines = process.StandardOutput.ReadToEnd().Trim().Split('\n');
        return new RunTime(wall, CompilerRun.Children(string.Join('\n', lines)).TotalSeconds, peak, int.Parse(lines[0], CultureInfo.InvariantCulture));
    }

    private static double Peak(int process)
    {
        try
        {
            var line = File.ReadLines($"/proc/{process}/status").FirstOrDefault(l => l.StartsWith("VmHWM:", StringComparison.Ordinal));
            return line is null ? 0 : double.Parse(line["VmHWM:".Length..^"kB".Length].Trim()) / 1000;
        }
        catch (IOException)
        {
            return 0;
        }
    }

    private sealed record Goal(int Items, double? Seconds, double? Megabytes);

    private sealed record RunTime(double Wall, double Processor, double Peak, int Exit);
}
