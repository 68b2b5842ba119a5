using System.Globalization;
using Certify.Trace.Model;

namespace Certify.Trace.Audit;

/// <summary>Finds numbers that are missing between the ids of a prefix (TRC-116).</summary>
// @llr CFY-LLR-334
internal static class GapRule
{
    public static void Check(AuditContext context)
    {
        foreach (var prefix in context.Inputs.Settings.IdsWithoutGaps.Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)) Check(context, prefix);
    }

    private static void Check(AuditContext context, string prefix)
    {
        var numbers = new SortedDictionary<long, int>();
        for (var i = 0; i < context.Set.Count; i++)
        {
            if (Number(context.Set[i].Id, prefix) is { } number) numbers.TryAdd(number, i);
        }

        long? before = null;
        foreach (var (number, i) in numbers)
        {
            var item = context.Set[i];
            if (before is { } last && number > last + 1)
            {
                var digits = item.Id.Length - prefix.Length - 1;
                var missing = Id(prefix, last + 1, digits);
                var to = number - last > 2 ? $" to {Id(prefix, number - 1, digits)}" : "";
                context.Findings.Add("TRC-116", missing, item.Place, $"{missing}{to} is missing before {item.Id}; hint: restore it, or keep it with status 'deleted'");
            }
            before = number;
        }
    }

    private static string Id(string prefix, long number, int digits) =>
        prefix + "-" + number.ToString(CultureInfo.InvariantCulture).PadLeft(digits, '0');

    private static long? Number(string id, string prefix)
    {
        if (id.Length < prefix.Length + 2 || !id.StartsWith(prefix, StringComparison.Ordinal) || id[prefix.Length] != '-') return null;
        return long.TryParse(id.AsSpan(prefix.Length + 1), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
    }
}
