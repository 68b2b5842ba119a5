using System.Globalization;
using Certify.Cli.Stages;
using Certify.Facts;

namespace Certify.Cli.Output;

/// <summary>Results of properties for a person: what failed with its smallest case and replay line, then the rates.</summary>
internal static class TestReport
{
    /// <summary>Prints failures and rates.</summary>
    public static void Print(TestOutput output, StageLog log)
    {
        foreach (var result in output.Facts.Results.Where(r => r.Verdict != Verdict.Passed)) Failure(result, log);
        foreach (var rate in output.Rates)
        {
            log.Line(string.Create(CultureInfo.InvariantCulture,
                $"  {rate.Side,-12} {rate.Frames:N0} frames generated, run and checked in {rate.Time.TotalSeconds:0.0} s: {rate.FramesPerSecond:N0} frames/s"));
        }
    }

    private static void Failure(TestResult result, StageLog log)
    {
        log.Finding($"{result.Verdict}: {result.Test} ({result.Side})");
        log.Line($"  {result.Message}");
        if (result.Panic is not null) log.Line(Indent(result.Panic));
        if (result.Shrunk is not null) log.Line(Indent(result.Shrunk));
        if (result.Replay is not null) log.Line($"  replay: {result.Replay}");
    }

    private static string Indent(string text) => "  " + text.TrimEnd().ReplaceLineEndings("\n  ");
}
