using Certify.Trace.Model;
using static Certify.Trace.Formats.Tests.ReqIf.ReqIfSample;

namespace Certify.Trace.Formats.Tests.ReqIf;

/// <summary>Files in the manner of the usual tools, written for these tests.</summary>
public sealed class ReqIfToolTests
{
    private static readonly (string, string?, string)[] s_doors =
    [
        ("d-id", "ReqIF.ForeignID", "INTEGER"), ("d-pre", "ReqIF.Prefix", "STRING"), ("d-chap", "ReqIF.ChapterName", "XHTML"), ("d-text", "ReqIF.Text", "XHTML"),
        ("d-by", "ReqIF.ForeignCreatedBy", "STRING"), ("d-asil", "Criticality", "ENUMERATION"), ("d-when", "ReqIF.ForeignCreatedOn", "DATE"),
    ];

    // @verifies CFY-LLR-366, CFY-LLR-368, CFY-LLR-369
    [Fact]
    public void Doors_modules_give_prefixed_ids_titles_chapters_and_links()
    {
        var text = File(
            Type("t", "Requirement", s_doors) + RelationType("r", "satisfies"),
            Object("o1", "t", ("d-id", "INTEGER", "1"), ("d-pre", "STRING", "SRS-"), ("d-chap", "XHTML", "<xhtml:div>Engine</xhtml:div>"))
            + Object("o2", "t", ("d-id", "INTEGER", "2"), ("d-pre", "STRING", "SRS-"), ("d-text", "XHTML", "<xhtml:div>It shall<xhtml:br/>stop.</xhtml:div>"),
                ("d-by", "STRING", "jd"), ("d-asil", "ENUMERATION", "e2 e1"), ("d-when", "DATE", "2024-01-02T03:04:05Z"))
            + Object("o3", "t", ("d-id", "INTEGER", "3"), ("d-pre", "STRING", "SRS-"), ("d-text", "XHTML", "<xhtml:div>It shall start.</xhtml:div>")),
            Relation("l1", "r", "o3", "o2"),
            Specification("SRS", Place("o1", Place("o2") + Place("o3"))),
            """<DATATYPE-DEFINITION-ENUMERATION IDENTIFIER="x"><SPECIFIED-VALUES><ENUM-VALUE IDENTIFIER="e1" LONG-NAME="high"/><ENUM-VALUE IDENTIFIER="e2"><PROPERTIES><EMBEDDED-VALUE KEY="2" OTHER-CONTENT="low"/></PROPERTIES></ENUM-VALUE></SPECIFIED-VALUES></DATATYPE-DEFINITION-ENUMERATION>""");
        var read = Read(text);

        Assert.Empty(read.Findings);
        Assert.Equal(["SRS-2", "SRS-3"], read.Items.Select(i => i.Id));
        var item = read.Items[0];
        Assert.Equal(("It shall\nstop.", "jd", "Engine", "low\nhigh"), (item.Text, item.Author, item.Attribute("Chapter"), item.Attribute("Criticality")));
        Assert.Equal("2024-01-02T03:04:05Z", item.Attribute("ReqIF.ForeignCreatedOn"));
        Assert.Equal(["SRS-2"], read.Items[1].Targets(LinkRole.Satisfies));
        Assert.Equal("identifiers and attributes of chapters", Assert.Single(read.Losses).What);
    }

    // @verifies CFY-LLR-366, CFY-LLR-368 robustness
    [Fact]
    public void A_missing_long_name_falls_back_to_the_identifier()
    {
        var read = Read(File(Type("t", null, ("_attr-1", null, "STRING")), Object("o1", "t", ("_attr-1", "STRING", "v"))));
        Assert.Empty(read.Findings);
        Assert.Equal("v", Assert.Single(read.Items).Attribute("_attr-1"));
        Assert.Equal("o1", read.Items[0].Id);
    }

    // @verifies CFY-LLR-368
    [Fact]
    public void Polarion_work_items_have_type_title_and_description()
    {
        (string, string?, string)[] attributes = [("p1", "ID", "STRING"), ("p2", "Title", "STRING"), ("p3", "Description", "XHTML"), ("p4", "Status", "STRING"), ("p5", "Assignee", "STRING")];
        var read = Read(File(
            Type("th", "Heading", attributes) + Type("ts", "System Requirement", [.. attributes.Select(a => ("s" + a.Item1, a.Item2, a.Item3))]) + RelationType("r", "refines"),
            Object("h", "th", ("p1", "STRING", "PRJ-1"), ("p2", "STRING", "Scope"), ("p3", "XHTML", ""))
            + Object("a", "ts", ("sp1", "STRING", "PRJ-2"), ("sp2", "STRING", "Stop"), ("sp3", "XHTML", "<xhtml:div><xhtml:p>One.</xhtml:p><xhtml:p>Two.</xhtml:p></xhtml:div>"), ("sp4", "STRING", "approved"), ("sp5", "STRING", "ann"))
            + Object("b", "ts", ("sp1", "STRING", "PRJ-3"), ("sp2", "STRING", "Go")),
            Relation("l", "r", "b", "a"), Specification("Doc", Place("h", Place("a") + Place("b")))));

        Assert.Empty(read.Findings);
        Assert.Equal(["PRJ-2", "PRJ-3"], read.Items.Select(i => i.Id));
        var item = read.Items[0];
        Assert.Equal((ItemTier.System, "Stop", "One.\n\nTwo.", "approved", "ann", "Scope"), (item.Tier, item.Title, item.Text, item.Status, item.Owner, item.Attribute("Chapter")));
    }

    // @verifies CFY-LLR-368
    [Fact]
    public void Jama_items_are_known_by_document_key_and_verified_by_turns_the_arrow()
    {
        var read = Read(File(
            Type("t", "Requirement", ("j1", "Global ID", "STRING"), ("j2", "Document Key", "STRING"), ("j3", "Name", "STRING"), ("j4", "Description", "XHTML"))
            + Type("c", "Test Case", ("k2", "Document Key", "STRING"), ("k3", "Name", "STRING")) + RelationType("r", "Verified by"),
            Object("a", "t", ("j1", "STRING", "GID-9"), ("j2", "STRING", "P-REQ-1"), ("j3", "STRING", "Stop"), ("j4", "XHTML", "<xhtml:p>It shall stop.</xhtml:p>"))
            + Object("b", "c", ("k2", "STRING", "P-TC-1"), ("k3", "STRING", "Stops")),
            Relation("l", "r", "a", "b")));

        Assert.Equal(["P-REQ-1", "P-TC-1"], read.Items.Select(i => i.Id));
        Assert.Equal("GID-9", read.Items[0].Attribute("Global ID"));
        Assert.Equal(ItemTier.TestCase, read.Items[1].Tier);
        Assert.Equal(["P-REQ-1"], read.Items[1].Targets(LinkRole.Verifies));
        Assert.Empty(read.Items[0].Links);
    }

    // @verifies CFY-LLR-368
    [Fact]
    public void Codebeamer_trackers_have_folders_summary_and_assigned_to()
    {
        var read = Read(File(
            Type("f", "Folder", ("f1", "Summary", "STRING"), ("f2", "Description", "XHTML"))
            + Type("t", "Requirement", ("c1", "ID", "INTEGER"), ("c2", "Summary", "STRING"), ("c3", "Description", "XHTML"), ("c4", "Assigned to", "STRING"), ("c5", "Submitted by", "STRING")),
            Object("a", "f", ("f1", "STRING", "Brakes"), ("f2", "XHTML", "<xhtml:div>About brakes.</xhtml:div>"))
            + Object("b", "t", ("c1", "INTEGER", "1234"), ("c2", "STRING", "Stop"), ("c3", "XHTML", "<xhtml:div>It shall stop.</xhtml:div>"), ("c4", "STRING", "bob"), ("c5", "STRING", "eve")),
            "", Specification("Tracker", Place("a", Place("b")))));

        var item = Assert.Single(read.Items);
        Assert.Equal(("1234", "Stop", "It shall stop.", "bob", "eve", "Brakes"), (item.Id, item.Title, item.Text, item.Owner, item.Author, item.Attribute("Chapter")));
        Assert.Contains(read.Losses, l => l is { Subject: "a", What: "text of a chapter" });
    }

    // @verifies CFY-LLR-365, CFY-LLR-368
    [Fact]
    public void A_mapping_decides_before_the_usual_names()
    {
        var mapping = new FieldMapping(
            new Dictionary<string, string> { ["Nr"] = "id", ["Wording"] = "text", ["Up"] = "links:satisfies", ["Text"] = "-", ["Colour"] = "attribute:Farbe", ["How"] = "verification", ["touches"] = "links:affects" },
            new Dictionary<string, string> { ["Note"] = "-", ["SRS"] = "LLR", ["H-*"] = "hazard" });
        var read = Read(File(
            Type("t", "Requirement", ("a", "Nr", "STRING"), ("b", "Wording", "STRING"), ("c", "Up", "STRING"), ("d", "Text", "STRING"), ("e", "Colour", "STRING"), ("f", "How", "STRING"))
            + Type("n", "Note", ("na", "Nr", "STRING")) + RelationType("r", "touches"),
            Object("1", "t", ("a", "STRING", "A-1"), ("b", "STRING", "It shall."), ("c", "STRING", "S-1, S-2"), ("d", "STRING", "x"), ("e", "STRING", "red"), ("f", "STRING", "Test or Analysis"))
            + Object("2", "n", ("na", "STRING", "N-1")) + Object("3", "t", ("a", "STRING", "H-1")),
            Relation("l", "r", "1", "3"), Specification("SRS", Place("1"))), ReadOptions.Default with { Mapping = mapping });

        Assert.Equal(["A-1", "H-1"], read.Items.Select(i => i.Id));
        var item = read.Items[0];
        Assert.Equal((ItemTier.Llr, "It shall.", "red"), (item.Tier, item.Text, item.Attribute("Farbe")));
        Assert.Equal(["S-1", "S-2"], item.Targets(LinkRole.Satisfies));
        Assert.Equal(["H-1"], item.Targets(LinkRole.Affects));
        Assert.Equal(2, item.Verification.Count);
        Assert.Null(item.Attribute("Text"));
        Assert.Equal(ItemTier.Hazard, read.Items[1].Tier);
        Assert.Empty(read.Losses);
    }

    // @verifies CFY-LLR-366
    [Fact]
    public void Default_values_stand_in_for_missing_ones_and_a_role_of_its_own_is_kept()
    {
        var definition = """<ATTRIBUTE-DEFINITION-STRING IDENTIFIER="s" LONG-NAME="Status"><DEFAULT-VALUE><ATTRIBUTE-VALUE-STRING THE-VALUE="draft"/></DEFAULT-VALUE></ATTRIBUTE-DEFINITION-STRING>""";
        var read = Read(File(
            $"""<SPEC-OBJECT-TYPE IDENTIFIER="t" LONG-NAME="R"><SPEC-ATTRIBUTES>{definition}</SPEC-ATTRIBUTES></SPEC-OBJECT-TYPE>""" + RelationType("r", "is like"),
            Object("1", "t", ("s", "STRING", "approved")) + Object("2", "t"), Relation("l", "r", "1", "2")));
        Assert.Equal(["approved", "draft"], read.Items.Select(i => i.Status));
        Assert.Equal("is like", Assert.Single(read.Items[0].Links).Role);
    }

    // @verifies CFY-LLR-366
    [Fact]
    public void One_identifier_means_in_each_file_what_that_file_defines()
    {
        var first = File(Type("t", "R", ("n", "ReqIF.ForeignID", "STRING"), ("x", "Colour", "STRING")), Object("a", "t", ("n", "STRING", "A-1"), ("x", "STRING", "red")));
        var second = File(Type("t", "R", ("n", "ReqIF.ForeignID", "STRING"), ("x", "Status", "STRING")), Object("b", "t", ("n", "STRING", "A-2"), ("x", "STRING", "new")));
        var read = Read(null, InputFile.FromText("1.reqif", first), InputFile.FromText("2.reqif", second));
        Assert.Equal([new ItemAttribute("Colour", "red")], read.Items[0].Attributes);
        Assert.Equal(("new", 0), (read.Items[1].Status, read.Items[1].Attributes.Count));
    }
}
