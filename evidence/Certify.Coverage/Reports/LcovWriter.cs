using System.Globalization;
using System.Text;
using Certify.Facts;

namespace Certify.Coverage.Reports;

/// <summary>
/// Writes coverage facts as an lcov trace for ReportGenerator: identities of lines and outcomes survive, so runs merge right.
/// lcov has no place for conditions; MC/DC is on Certify's own pages.
/// </summary>
/// <remarks><b>Source:</b> geninfo(1), tracefile format.</remarks>
public static class LcovWriter
{
    /// <summary>Gives the bytes of the trace.</summary>
    /// <param name="facts">Coverage of one source, host or target.</param>
    public static byte[] Write(CoverageFacts facts)
    {
        var statements = facts.Statements.ToLookup(s => s.Place.Path, StringComparer.Ordinal);
        var decisions = facts.Decisions.ToLookup(d => d.Place.Path, StringComparer.Ordinal);
        var text = new StringBuilder();
        foreach (var path in statements.Select(g => g.Key).Union(decisions.Select(g => g.Key)).Order(StringComparer.Ordinal))
        {
            text.Append("TN:").Append(facts.Source).Append("\nSF:").Append(path).Append('\n');
            Branches(text, decisions[path]);
            Lines(text, statements[path], decisions[path]);
            text.Append("end_of_record\n");
        }
        return Encoding.UTF8.GetBytes(text.ToString());
    }

    private static void Branches(StringBuilder text, IEnumerable<DecisionFact> decisions)
    {
        int found = 0, hit = 0;
        foreach (var line in decisions.GroupBy(d => d.Place.Line).OrderBy(g => g.Key))
        {
            var block = 0;
            foreach (var decision in line.OrderBy(d => d.Place.Column).ThenBy(d => d.Id, StringComparer.Ordinal))
            {
                var evaluated = decision.TrueSeen || decision.FalseSeen;
                foreach (var (branch, seen) in new[] { (0, decision.TrueSeen), (1, decision.FalseSeen) })
                {
                    var taken = !evaluated ? "-" : seen ? "1" : "0";
                    text.Append(CultureInfo.InvariantCulture, $"BRDA:{line.Key},{block},{branch},{taken}\n");
                    found++;
                    if (seen) hit++;
                }
                block++;
            }
        }
        text.Append(CultureInfo.InvariantCulture, $"BRF:{found}\nBRH:{hit}\n");
    }

    /// <summary>A line counts as hit when every statement that starts on it was reached; the count is that of tests.</summary>
    private static void Lines(StringBuilder text, IEnumerable<StatementFact> statements, IEnumerable<DecisionFact> decisions)
    {
        var hits = new SortedDictionary<int, int>();
        foreach (var s in statements)
        {
            hits[s.Place.Line] = Math.Min(hits.GetValueOrDefault(s.Place.Line, int.MaxValue), s.Tests.Count);
        }
        foreach (var d in decisions)
        {
            hits.TryAdd(d.Place.Line, d.TrueSeen || d.FalseSeen ? 1 : 0);
        }
        foreach (var (line, count) in hits) text.Append(CultureInfo.InvariantCulture, $"DA:{line},{count}\n");
        text.Append(CultureInfo.InvariantCulture, $"LF:{hits.Count}\nLH:{hits.Values.Count(c => c > 0)}\n");
    }
}
