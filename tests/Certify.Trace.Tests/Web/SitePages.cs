using Certify.Trace.Model;
using Certify.Trace.Reports.Web;

namespace Certify.Trace.Tests.Web;

/// <summary>Pages that several browser tests open, written once.</summary>
internal static class SitePages
{
    private static readonly Lazy<byte[]> s_small = new(() => Page(1000));
    private static readonly Lazy<byte[]> s_large = new(() => Page(10_000));

    public static byte[] Small => s_small.Value;

    public static byte[] Large => s_large.Value;

    public static byte[] Page(int size)
    {
        var items = SiteSet.Items(size);
        return TraceSite.Write(items, SiteSet.Findings(items), TraceSiteTests.Context);
    }

    /// <summary>An address for each view.</summary>
    public static readonly string[] Views =
        ["#/", "#/items", "#/items?q=height&tier=HLR", "#/item/HLR-7-1", "#/item/NO-10", "#/matrix?rows=LLR&columns=code", "#/matrix?rows=HLR&columns=test+case&form=grid", "#/graph", "#/graph/LLR-7-3", "#/findings", "#/findings?code=TRC-204"];

    public static byte[] Hostile() => TraceSite.Write(
        [.. TraceSiteTests.HostileTexts.Select(Hostile)],
        [.. TraceSiteTests.HostileTexts.Select((text, k) => new Facts.AuditFinding("TRC-301", Facts.FindingSeverity.Error, "H" + k, text, new("a.md", 1)))],
        TraceSiteTests.Context with { Title = "</title><script>document.title='owned'</script>" });

    private static TraceItem Hostile(string text, int k) => new()
    {
        Id = "H" + k, Tier = ItemTier.Hlr, Title = text, Text = text, Component = text, Rationale = text, Status = text, Place = new(text, 1),
        Attributes = [new(text, text)], Links = [new(text, text), new(text, "H0")],
    };
}
