using System.Text.Json.Nodes;
using Certify.Facts;

namespace Certify.Cli.Output;

/// <summary>Results for scripts, on standard output: one JSON document per call of the tool.</summary>
internal static class JsonOut
{
    /// <summary>Writes one value in the form of the fact files.</summary>
    public static void Write<T>(T value)
    {
        using var output = Console.OpenStandardOutput();
        output.Write(FactJson.Write(value));
    }

    /// <summary>Writes what a verb found for each application or requirement set.</summary>
    public static void WriteAll<T>(IReadOnlyList<T> values)
    {
        using var output = Console.OpenStandardOutput();
        output.Write(Bytes(values));
    }

    /// <summary>The value itself where there is one, an array where there are several or none.</summary>
    public static byte[] Bytes<T>(IReadOnlyList<T> values) =>
        values.Count == 1 ? FactJson.Write(values[0]) : FactJson.Write(values);

    /// <summary>One SARIF log with the runs of several.</summary>
    public static byte[] MergeSarif(IReadOnlyList<byte[]> logs)
    {
        if (logs.Count == 1) return logs[0];
        var all = logs.Select(l => JsonNode.Parse(l)!.AsObject()).ToList();
        var merged = all[0];
        var runs = merged["runs"]!.AsArray();
        foreach (var run in all.Skip(1).SelectMany(l => l["runs"]!.AsArray())) runs.Add(run!.DeepClone());
        return FactJson.Write(merged);
    }
}
