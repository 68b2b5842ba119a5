using Certify.Fuzz.Sets;
using Certify.Trace.Formats;

namespace Certify.Fuzz;

/// <summary>Recall and precision of the audit for every kind of defect, over sizes and formats, in text.</summary>
internal static class DefectReport
{
    /// <summary>Runs and prints everything.</summary>
    /// <returns>0 when every kind is found, and nothing else, in every format; 1 otherwise.</returns>
    public static int Run(ulong seed, int rounds)
    {
        var totals = new SortedDictionary<string, DefectScore>(StringComparer.Ordinal);
        Console.WriteLine($"{Defects.All.Count} kinds of defect, {rounds} rounds of sets with 100 to 10,000 items, seed {seed}\n{"format",-12}{"kinds",7}{"sets",6}{"defects",9}{"found",8}{"extra",7}{"recall",9}{"precision",11}");
        Format("(items)", new DefectRun(null, null), totals, seed, rounds);
        foreach (var writer in FormatList.Writers)
            Format(writer.Name, new DefectRun(FormatList.Readers.Single(r => r.Name == writer.Name), writer), totals, seed, rounds);
        Console.WriteLine($"\n{"rule",-10}{"defects",9}{"found",8}{"extra",7}{"recall",9}{"precision",11}  defect");
        foreach (var score in totals.Values)
            Console.WriteLine($"{score.Code,-10}{score.Injected,9:N0}{score.Found,8:N0}{score.Extra,7:N0}{score.Recall,9:0.000}{score.Precision,11:0.000}  {Defects.All.FirstOrDefault(d => d.Code == score.Code)?.What}");
        return totals.Values.All(s => s is { Recall: 1, Precision: 1 }) && totals.Count > 0 ? 0 : 1;
    }

    private static void Format(string name, DefectRun run, SortedDictionary<string, DefectScore> totals, ulong seed, int rounds)
    {
        var kinds = run.Held();
        var (sets, scores) = (0, new List<DefectScore>());
        var noise = run.Clean(300, seed).Count;
        for (var round = 0; round < rounds && kinds.Count > 0 && noise == 0; round++)
        {
            foreach (var size in new[] { 100, 1_000, 10_000 })
            {
                sets++;
                // A small set has few items that a defect can take: there some of the kinds at a time.
                var some = size == 100 ? kinds.Where((_, i) => i % 6 == round % 6).ToList() : kinds;
                if (some.Count > 0) scores.AddRange(run.Run(some, size, size / 1_000 + 1, seed + (ulong)(round * 10 + sets)));
            }
        }

        foreach (var score in scores)
        {
            var before = totals.GetValueOrDefault(score.Code, new DefectScore(score.Code, 0, 0, 0));
            totals[score.Code] = new DefectScore(score.Code, before.Injected + score.Injected, before.Found + score.Found, before.Extra + score.Extra);
        }

        var all = new DefectScore(name, scores.Sum(s => s.Injected), scores.Sum(s => s.Found), scores.Sum(s => s.Extra));
        var text = kinds.Count == 0 || noise > 0 ? noise > 0 ? $"does not hold a clean set whole: {noise} findings on it" : "holds none of the defects" : $"{all.Recall,9:0.000}{all.Precision,11:0.000}";
        Console.WriteLine($"{name,-12}{kinds.Count,7}{sets,6}{all.Injected,9:N0}{all.Found,8:N0}{all.Extra,7:N0}{(text.StartsWith(' ') ? "" : "  ")}{text}");
    }
}
