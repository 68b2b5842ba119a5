using Certify.Facts;
using Certify.Trace.Model;

namespace Certify.Trace.Audit;

/// <summary>Takes justified findings out of the list of what is open, and judges the justifications themselves (TRC-601 to 603).</summary>
// @llr CFY-LLR-339
internal static class Justifier
{
    /// <summary>Sorts findings into open and justified ones.</summary>
    /// <param name="set">The set, for fingerprints.</param>
    /// <param name="found">All findings, sorted.</param>
    /// <param name="justifications">The records.</param>
    /// <param name="day">The day they are judged by.</param>
    /// <param name="findings">Takes the open findings and those on justifications.</param>
    /// <returns>The justified findings with their record.</returns>
    public static IReadOnlyList<JustifiedFinding> Apply(
        TraceSet set, IReadOnlyList<AuditFinding> found, IReadOnlyList<Justification> justifications, DateOnly day, FindingList findings)
    {
        var covers = new Dictionary<(string, string), Justification>();
        var used = new HashSet<Justification>();
        foreach (var justification in justifications.OrderBy(j => j.Id, StringComparer.Ordinal))
        {
            if (justification.Expires < day)
            {
                used.Add(justification);
                findings.Add("TRC-601", justification.Id, justification.Place,
                    $"the justification {justification.Id} held until {justification.Expires:yyyy-MM-dd}; hint: settle the finding, or have it approved anew");
                continue;
            }
            foreach (var item in justification.Items) Cover(set, justification, item, covers, used, findings);
        }

        var justified = new List<JustifiedFinding>();
        foreach (var finding in found)
        {
            if (covers.TryGetValue((finding.Code, finding.Subject), out var justification))
            {
                justified.Add(new JustifiedFinding(finding, justification));
                used.Add(justification);
            }
            else
            {
                findings.AddAll([finding]);
            }
        }

        foreach (var unused in justifications.Where(j => !used.Contains(j)))
            findings.Add("TRC-602", unused.Id, unused.Place, $"the justification {unused.Id} covers no finding; hint: remove it");
        return justified;
    }

    private static void Cover(
        TraceSet set, Justification justification, JustifiedItem item, Dictionary<(string, string), Justification> covers, HashSet<Justification> used, FindingList findings)
    {
        var at = set.IndexOf(item.Id);
        if (item.Fingerprint is { } print && (at < 0 || !set[at].Fingerprint.Equals(print, StringComparison.OrdinalIgnoreCase)))
        {
            used.Add(justification);
            var why = at < 0 ? "is not there any more" : "has changed since";
            findings.Add("TRC-603", justification.Id, justification.Place,
                $"{item.Id}, which the justification {justification.Id} was approved for, {why}; hint: have it approved for the item of now");
            return;
        }
        covers.TryAdd((justification.Rule, item.Id), justification);
    }
}
