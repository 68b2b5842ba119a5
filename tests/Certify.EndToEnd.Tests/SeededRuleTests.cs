using System.Text.RegularExpressions;
using Certify.Cli.Stages;
using Certify.Cli.Tools;
using Xunit;

namespace Certify.EndToEnd.Tests;

/// <summary>
/// Each rule broken in the application: the real build fails and names file, line and rule, with what to write
/// instead. All are seeded into one build, one file each, since a build takes seconds.
/// </summary>
public sealed partial class SeededRuleTests(FlightMonitorFixture app) : IClassFixture<FlightMonitorFixture>
{
    /// <summary>Name, source with a line that breaks the rule (marked), words of the rule's title.</summary>
    private static readonly (string Name, string Body)[] s_seeds =
    [
        ("Heap", "public static int F() { int[] a = new int[4]; /*!*/ return a.Length; }"),
        ("Boxing", "public static bool F(int x) { object o = x; /*!*/ return o is null; }"),
        ("Lambda", "public static int F(int x) { System.Func<int, int> f = y => y; /*!*/ return x; }"),
        ("Pointer", "public static unsafe int F(int x) { int* p = &x; /*!*/ return *p; }"),
        ("Goto", "public static int F(int x) { if (x > 0) { goto end; /*!*/ } x = 1; end: return x; }"),
        ("Switch", "public static int F(int x) { switch (x) /*!*/ { case 1: return 1; } return 0; }"),
        ("Throw", "public static int F(int x) { if (x > 0) { throw null!; /*!*/ } return x; }"),
        ("Try", "public static int F(int x) { try /*!*/ { x = 1; } finally { x = 2; } return x; }"),
        ("Recursion", "public static int F(int x) { return x > 0 ? F(x - 1) : 0; /*!*/ }"),
        ("Loop", "public static int F(int x) { while (x != 7) /*!*/ { x = x * 3; } return x; }"),
        ("Member", "public static int F(int x) { return System.Environment.ProcessorCount + x; /*!*/ }"),
    ];

    // @verifies CFY-HLR-002
    [Fact]
    public void Every_broken_rule_fails_the_build_with_file_line_and_id()
    {
        var folder = Directory.CreateTempSubdirectory("certify-seeded-").FullName;
        try
        {
            app.CopyTo(folder);
            foreach (var (name, body) in s_seeds)
            {
                File.WriteAllText(Path.Combine(folder, $"Seeded{name}.cs"),
                    $"namespace FlightMonitor;\n\n[Certify.Requirement(\"FM-LLR-001\")]\ninternal static class Seeded{name}\n{{\n    {body}\n}}\n");
            }

            File.WriteAllText(Path.Combine(folder, "SeededTag.cs"),
                "namespace FlightMonitor;\n\ninternal static class SeededTag\n{\n\n    public static int F(int x) { return x; }\n}\n");
            var build = ProcessRunner.Run("dotnet",
                ["build", Path.Combine(folder, "FlightMonitor.csproj"), "-c", "Release", "-nologo", "-v", "quiet", "-p:CertifyBuildImage=false", "-p:AllowUnsafeBlocks=true"], folder);
            Assert.NotEqual(0, build.ExitCode);
            var errors = ErrorLine().Matches(build.All).Select(m => (File: m.Groups[1].Value, Line: m.Groups[2].Value, Id: m.Groups[3].Value, Text: m.Groups[4].Value)).ToList();
            foreach (var name in s_seeds.Select(s => s.Name).Append("Tag"))
            {
                var hits = errors.Where(e => e.File == $"Seeded{name}.cs" && e.Line == "6").ToList();
                Assert.True(hits.Count > 0, $"nothing reported in line 6 of Seeded{name}.cs\n{build.All}");
                Assert.All(hits, h => Assert.Contains($"analyzers/rules/{h.Id}.md", h.Text));
            }

            Assert.True(errors.Select(e => e.Id).Distinct().Count() >= 12, $"only {string.Join(' ', errors.Select(e => e.Id).Distinct())}");
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    [GeneratedRegex(@"/(Seeded\w+\.cs)\((\d+),\d+\): error (CFY\d{4}): (.*)")]
    private static partial Regex ErrorLine();
}
