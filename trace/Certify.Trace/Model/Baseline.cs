using Certify.Facts;

namespace Certify.Trace.Model;

/// <summary>The state of a set under a name: what each item demanded then, by fingerprint.</summary>
/// <param name="Schema">Always <see cref="SchemaName"/>.</param>
/// <param name="Name">Name of the baseline.</param>
/// <param name="Revision">Source revision it was taken at, or "unversioned".</param>
/// <param name="Items">The items in ordinal order of id, each id once.</param>
// @llr CFY-LLR-341
public sealed record Baseline(string Schema, string Name, string Revision, IReadOnlyList<BaselineItem> Items)
{
    /// <summary>Name and version of the file's form.</summary>
    public const string SchemaName = "certify/baseline/1";

    /// <summary>Takes the baseline of a set: every item that counts but results and reviews, of duplicates the first.</summary>
    public static Baseline Take(TraceSet set, string name, string revision)
    {
        var items = new List<BaselineItem>();
        for (var i = 0; i < set.Count; i++)
        {
            if (IsKept(set, i)) items.Add(new BaselineItem(set[i].Id, set[i].Tier, Print(set, i), Parents(set[i]), set[i].Place));
        }
        return new Baseline(SchemaName, name, revision, [.. items.OrderBy(i => i.Id, StringComparer.Ordinal)]);
    }

    /// <summary>Gives the bytes of the file, ending in a newline. Equal baselines give equal bytes.</summary>
    public byte[] Write() => FactJson.Write(this);

    /// <summary>Reads a file.</summary>
    /// <exception cref="TraceInputException">It is no baseline, or names an id twice.</exception>
    public static Baseline Read(InputFile file)
    {
        try
        {
            var baseline = FactJson.Read<Baseline>(file.Bytes.Span, file.Path);
            if (baseline.Schema != SchemaName) throw new TraceInputException($"{file.Path}: the schema is '{baseline.Schema}', not '{SchemaName}'; hint: take the baseline again with this tool");
            var ids = new HashSet<string>(StringComparer.Ordinal);
            foreach (var item in baseline.Items)
            {
                if (!ids.Add(item.Id)) throw new TraceInputException($"{file.Path}: id '{item.Id}' is there twice; hint: the file was changed by hand, restore it");
            }
            return baseline;
        }
        catch (FactFormatException e)
        {
            throw new TraceInputException($"{e.Message}; hint: give a file that 'certify trace baseline' wrote");
        }
    }

    /// <summary>True for an item that baselines hold.</summary>
    internal static bool IsKept(TraceSet set, int item) =>
        set.IsFirst(item) && set[item].Tier is not (ItemTier.Result or ItemTier.Review) && !ItemStatus.IsGone(set[item].Status);

    /// <summary>What identifies an item's content: the digest of scanned code, else the fingerprint.</summary>
    internal static string Print(TraceSet set, int item) =>
        set[item].Origin == ItemOrigin.Scanned && set[item].Attribute(Linking.ScannedItems.Digest) is { } digest ? digest : set.FingerprintOf(item);

    private static string[] Parents(TraceItem item) =>
        [.. item.Targets(LinkRole.Satisfies).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];
}
