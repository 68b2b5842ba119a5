using Certify.Trace.Model;

namespace Certify.Trace.Audit;

/// <summary>Rules on the attributes that the project declares (TRC-120 to 122); off where it declares none.</summary>
// @llr CFY-LLR-334
internal static class AttributeRules
{
    /// <summary>Attributes that every item may have: day of a review, digest of scanned code.</summary>
    private static readonly string[] s_always = ["date", Linking.ScannedItems.Digest];

    public static void Check(AuditContext context)
    {
        var settings = context.Inputs.Settings.Attributes;
        if (settings.Count == 0) return;
        var known = settings.Select(s => s.Name).Concat(s_always).ToHashSet(StringComparer.Ordinal);
        for (var i = 0; i < context.Set.Count; i++)
        {
            var item = context.Set[i];
            if (!context.Counts(i) || item.Origin == ItemOrigin.Scanned) continue;
            foreach (var setting in settings)
            {
                if (setting.IsFor(item.Tier)) Declared(context, item, setting);
            }
            foreach (var attribute in item.Attributes)
            {
                if (!known.Contains(attribute.Name))
                    context.Findings.Add("TRC-122", item.Id, item.Place, $"{item.Id} has the attribute {Reading.ItemId.Quote(attribute.Name)}, which nobody declared; hint: correct the name, or declare it", item.Level);
            }
        }
    }

    private static void Declared(AuditContext context, TraceItem item, AttributeSetting setting)
    {
        var value = ItemValues.Of(item, setting.Name);
        if (string.IsNullOrWhiteSpace(value))
        {
            if (setting.Required && !AuditContext.IsBroken(item, setting.Name))
                context.Findings.Add("TRC-120", item.Id, item.Place, $"{item.Id} has no '{setting.Name}'; hint: add '- {setting.Name}: ...'", item.Level);
            return;
        }

        if (setting.Values.Count > 0 && !setting.Values.Contains(value, StringComparer.Ordinal))
            Malformed(context, item, setting.Name, value, $"write {string.Join(", ", setting.Values.Select(v => $"'{v}'"))}");
        else if (setting.Pattern is { } pattern && !pattern.IsMatch(value))
            Malformed(context, item, setting.Name, value, $"it matches {pattern}");
    }

    private static void Malformed(AuditContext context, TraceItem item, string name, string value, string hint) =>
        context.Findings.Add("TRC-121", item.Id, item.Place, $"'{name}' of {item.Id} is {Reading.ItemId.Quote(value)}; hint: {hint}", item.Level);
}
