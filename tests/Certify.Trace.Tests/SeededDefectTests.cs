using Certify.Trace.Audit;

namespace Certify.Trace.Tests;

/// <summary>
/// Seeds every class of defect at random places (fixed seeds) of a clean set of 300 items and compares what the
/// audit reports with what was seeded: nothing may be missed (recall 1), nothing else reported (precision 1).
/// </summary>
public class SeededDefectTests
{
    // A way to break the set at one item; gives the expected finding, or null where it does not fit the item.
    private delegate string? Seeder(GeneratedSet set, Dictionary<string, string> item, Random random);

    private static readonly Dictionary<string, Seeder> s_seeders = new(StringComparer.Ordinal)
    {
        ["TRC-002"] = (_, i, _) => Requirement(i) ? Set(i, "text", i["text"] + "\u200E", "") : null,
        ["TRC-003"] = (_, i, _) => Set(i, "text", i["text"] + "\n\n### Inside", i["id"]),
        ["TRC-005"] = (_, i, _) => Set(i, "text", i["text"] + "\n\n**Owner:** me", i["id"]),
        ["TRC-007"] = (_, i, _) => Requirement(i) && i.Remove("derived") && i["parents"] != "none" ? i["id"] : null,
        ["TRC-008"] = (_, i, _) => Requirement(i) ? Set(i, "verification", "guess", i["id"]) : null,
        ["TRC-009"] = (_, i, _) => Set(i, "text", i["text"] + "\n\n- component: elsewhere", i["id"]),
        ["TRC-010"] = (_, i, _) => Set(i, "text", "", i["id"]),
        ["TRC-011"] = (_, i, _) => Set(i, "text", i["text"] + "\n<!-- hidden -->", i["id"]),
        ["TRC-101"] = (s, i, _) => { s.Items.Add(new(i)); return i["id"]; },
        ["TRC-102"] = (_, i, _) => Requirement(i) && i["derived"] == "no" ? Set(i, "parents", i["parents"] + ", GS-HLR-999", i["id"]) : null,
        ["TRC-103"] = (s, i, _) => i["tier"] == "LLR" ? Also(s.Code, i["id"], "GS-LLR-999\"), Requirement(\"", "GS-LLR-999") : null,
        ["TRC-104"] = (s, i, _) => Requirement(i) ? Also(s.Tests, i["id"], "GS-LLR-999\"), Verifies(\"", "GS-LLR-999") : null,
        ["TRC-118"] = (_, i, _) => i["tier"] == "LLR" && i["derived"] == "no" ? Set(i, "parents", i["parents"] + ", " + i["id"], i["id"]) : null,
        ["TRC-106"] = (_, i, _) => i["tier"] == "LLR" && i["derived"] == "no" ? Set(i, "parents", i["parents"] + ", SYS-G-000", i["id"]) : null,
        ["TRC-108"] = (s, i, _) => i["tier"] == "LLR" ? Also(s.Code, i["id"], "GS-HLR-000\"), Requirement(\"", "GS-HLR-000") : null,
        ["TRC-109"] = (s, i, _) => Requirement(i) ? Also(s.Tests, i["id"], "SYS-G-001\"), Verifies(\"", "SYS-G-001") : null,
        ["TRC-201"] = (_, i, _) => Requirement(i) && i["derived"] == "yes" ? Set(i, "derived", "no", i["id"]) : null,
        ["TRC-202"] = (s, i, r) => Added(s, i, "system", "SYS-G-", r),
        ["TRC-204"] = (s, i, _) => i["tier"] == "LLR" ? Removed(s.Code, i["id"]) : null,
        ["TRC-205"] = (s, i, _) => i["tier"] == "HLR" ? Removed(s.Tests, i["id"]) : null,
        ["TRC-206"] = (s, i, _) => i["tier"] == "LLR" ? Removed(s.Tests, i["id"]) : null,
        ["TRC-207"] = (s, i, _) => i["tier"] == "HLR" ? Robust(s, i["id"]) : null,
        ["TRC-208"] = (s, i, _) => i["tier"] == "LLR" ? Robust(s, i["id"]) : null,
        ["TRC-209"] = (s, i, _) => i["tier"] == "LLR" ? Extra(s.Code, "X_" + i["id"].Replace('-', '_'), "T:G.") : null,
        ["TRC-210"] = (s, i, _) => Requirement(i) ? Extra(s.Tests, "X_" + i["id"].Replace('-', '_'), "M:G.Tests.") : null,
        ["TRC-211"] = (_, i, _) => i.Remove("Rationale") ? i["id"] : null,
        ["TRC-212"] = (_, i, _) => i.Remove("Safety feedback") ? i["id"] : null,
        ["TRC-213"] = (_, i, _) => Requirement(i) && i["derived"] == "yes" ? Set(i, "parents", i["tier"] == "HLR" ? "SYS-G-000" : "GS-HLR-000", i["id"]) : null,
        ["TRC-214"] = (_, i, _) => i.Remove("Source") ? i["id"] : null,
        ["TRC-301"] = (_, i, _) => Set(i, "text", $"It is `{i["id"]}`.", i["id"]),
        ["TRC-302"] = (_, i, _) => Set(i, "text", i["text"] + " It shall not end.", i["id"]),
        ["TRC-303"] = (_, i, _) => i.ContainsKey("Rationale") ? Set(i, "Rationale", "it shall be", i["id"]) : null,
        ["TRC-304"] = (_, i, _) => Set(i, "text", i["text"] + " (TBC)", i["id"]),
        ["TRC-305"] = (_, i, _) => Set(i, "text", i["text"].Replace("answer", "answer quickly"), i["id"]),
    };

    public static TheoryData<string> Codes => [.. s_seeders.Keys];

    [Fact]
    public void Clean_set_of_300_items_has_no_finding()
    {
        var set = new GeneratedSet();
        Assert.Equal(300, set.Items.Count);
        Assert.Empty(set.Found());
    }

    // @verifies CFY-HLR-012
    [Theory]
    [MemberData(nameof(Codes))]
    public void Single_defect_is_found_and_nothing_else(string code)
    {
        for (var seed = 1; seed <= 3; seed++)
        {
            var random = new Random(seed);
            var set = new GeneratedSet();
            string? subject = null;
            while (subject is null) subject = s_seeders[code](set, set.Items[random.Next(300)], random);
            AssertFound([$"{code} {subject}"], set);
        }
    }

    // @verifies CFY-HLR-012
    [Fact]
    public void All_defects_at_once_are_all_found_and_nothing_else()
    {
        for (var seed = 1; seed <= 10; seed++)
        {
            var random = new Random(seed);
            var set = new GeneratedSet();
            var free = set.Items.Where(i => i["id"] is not ("SYS-G-000" or "SYS-G-001" or "GS-HLR-000")).ToList();
            var expected = new List<string>();
            foreach (var (code, seeder) in s_seeders)
            {
                string? subject = null;
                while (subject is null)
                {
                    // Each defect in an item of its own, and never in one that only has room for one more.
                    var item = free[random.Next(free.Count)];
                    var before = new Dictionary<string, string>(item);
                    subject = seeder(set, item, random);
                    if (subject is not null) free.Remove(item);
                    else if (before.Count != item.Count) foreach (var (key, value) in before) item[key] = value;
                }
                expected.Add($"{code} {subject}");
            }
            AssertFound(expected, set);
        }
    }

    private static void AssertFound(IEnumerable<string> expected, GeneratedSet set) =>
        Assert.Equal(
            expected.Order(StringComparer.Ordinal),
            set.Found().Select(f => f.StartsWith("TRC-002", StringComparison.Ordinal) ? "TRC-002 " : f).Order(StringComparer.Ordinal));

    private static bool Requirement(Dictionary<string, string> item) => item["tier"] != "system";

    private static string Set(Dictionary<string, string> item, string field, string value, string subject)
    {
        item[field] = value;
        return subject;
    }

    private static string? Also(SortedDictionary<string, string> tags, string id, string prefix, string subject)
    {
        var at = tags.FirstOrDefault(t => t.Value == id).Key;
        if (at is null) return null;
        tags[at] = prefix + id;
        return subject;
    }

    private static string? Removed(SortedDictionary<string, string> tags, string id)
    {
        var at = tags.FirstOrDefault(t => t.Value == id).Key;
        return at is not null && tags.Remove(at) ? id : null;
    }

    private static string? Robust(GeneratedSet set, string id)
    {
        var at = set.Tests.FirstOrDefault(t => t.Value == id).Key;
        return at is not null && set.RobustTests.Add(at) ? id : null;
    }

    private static string Extra(SortedDictionary<string, string> tags, string name, string prefix)
    {
        tags.Add(name, "");
        return prefix + name;
    }

    private static string Added(GeneratedSet set, Dictionary<string, string> item, string tier, string prefix, Random random)
    {
        var id = $"{prefix}{500 + random.Next(400)}";
        set.Items.Insert(set.Items.IndexOf(item), new(StringComparer.Ordinal)
        {
            ["id"] = id, ["tier"] = tier, ["component"] = "G", ["text"] = $"It shall answer as `{id}`.", ["Source"] = "generated",
        });
        return id;
    }
}
