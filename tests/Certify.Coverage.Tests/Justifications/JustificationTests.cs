using Certify.Coverage.Recording;
using Certify.Facts;

namespace Certify.Coverage.Tests.Justifications;

public class JustificationTests
{
    private const string Code = """
        public static class P
        {
            public static int F(int n)
            {
                if (n > 100 || n == 42)
                    return 1;
                if (n < -5)
                    return 2;
                return 3;
            }

            public static int G(int n)
            {
                if (n < -5)
                    return 2;
                return n switch { 0 => 7, _ => n };
            }
        }
        """;

    // @verifies CFY-LLR-049
    [Fact]
    public void Justifies_a_statement_and_an_outcome()
    {
        var result = Build("""
            # Prose before

            ## P-JUS-001 Never that large
            - class: defensive
            - obligation: Sample.cs "return 1;"
            - obligation: src/Sample.cs "n > 100 || n == 42" outcome true

            The sensor gives at most 41.
            - a list in the reason
            """);
        Assert.Empty(result.Notes.Findings);
        Assert.Equal("P-JUS-001", result.Facts.Statements.Single(s => s.Place.Line == 6).Justification);
        Assert.Equal("P-JUS-001", result.Facts.Decisions.Single(d => d.Place.Line == 5).Justification);
        var fact = Assert.Single(result.Facts.Justifications);
        Assert.Equal(["M:P.F(System.Int32)#s2", "M:P.F(System.Int32)#d1/true"], fact.Obligations);
        Assert.Equal("The sensor gives at most 41.\n- a list in the reason", fact.Reason);
        Assert.Equal(new SourcePlace("justifications/j.md", 3), fact.Place);
        Assert.DoesNotContain(CoverageGaps.Of(result.Facts), g => g.Place.Line is 5 or 6 && g.Justification is null);
    }

    [Fact]
    public void Tells_equal_texts_apart_by_member_or_number()
    {
        var result = Build(Item("Sample.cs \"return 2;\" in P.F") + Item("Sample.cs \"return 2;\" number 2", "P-JUS-002"));
        Assert.Empty(result.Notes.Findings);
        Assert.Equal(["P-JUS-001", "P-JUS-002"], result.Facts.Statements.Where(s => s.Place.Line is 8 or 15).Select(s => s.Justification));
    }

    [Fact]
    public void Quotes_an_arm_whole_or_by_its_value()
    {
        var result = Build(Item("Sample.cs \"7\"") + Item("Sample.cs \"_ => n\"", "P-JUS-002"));
        Assert.Equal(["COV-003"], result.Notes.Findings.Select(f => f.Code));
        Assert.Contains(result.Facts.Statements, s => s.Justification == "P-JUS-001");
    }

    // @verifies CFY-LLR-049
    [Theory]
    [InlineData("Sample.cs \"return 4;\"", "COV-001", "quote the source text exactly")]
    [InlineData("Other.cs \"return 1;\"", "COV-001", "quote the source text exactly")]
    [InlineData("Sample.cs \"return 1;\" number 2", "COV-001", "occurs 1 times")]
    [InlineData("Sample.cs \"return 2;\"", "COV-002", "occurs 2 times (src/Sample.cs:8:13, src/Sample.cs:15:13)")]
    [InlineData("Sample.cs \"return 3;\"", "COV-003", "no longer needed")]
    [InlineData("Sample.cs \"n > 100 || n == 42\" outcome false", "COV-003", "no longer needed")]
    [InlineData("Sample.cs return 1;", "COV-004", "names no obligation")]
    [InlineData("Sample.cs \"return 1;\" outcome true", "COV-001", "quote the source text exactly")]
    public void Reports_references_that_do_not_fit(string reference, string code, string message)
    {
        var finding = Assert.Single(Build(Item(reference)).Notes.Findings);
        Assert.Equal(code, finding.Code);
        Assert.Contains(message, finding.Message);
        Assert.Equal(new SourcePlace("justifications/j.md", 3), finding.Place);
    }

    [Fact]
    public void Reports_what_is_justified_twice()
    {
        var findings = Build(Item("Sample.cs \"return 1;\"") + Item("Sample.cs \"return 1;\"", "P-JUS-002")).Notes.Findings;
        Assert.Equal(["COV-005"], findings.Select(f => f.Code));
    }

    [Fact]
    public void Reports_an_outcome_that_explains_a_part_only()
    {
        // Nothing was evaluated at all, so the missing false outcome needs its own reason.
        var program = InstrumentedProgram.Of(Code);
        var findings = Sample.Build(program.Record(), Item("Sample.cs \"n > 100 || n == 42\" outcome true")).Notes.Findings;
        Assert.Equal(["COV-006"], findings.Select(f => f.Code));
    }

    [Theory]
    [InlineData("## P-JUS-001 T\n- obligation: Sample.cs \"return 1;\"\nReason.\n", "no class")]
    [InlineData("## P-JUS-001 T\n- class: lazy\n- obligation: Sample.cs \"return 1;\"\nReason.\n", "'lazy' is no class")]
    [InlineData("## P-JUS-001 T\n- class: defensive\nReason.\n", "no obligation")]
    [InlineData("## P-JUS-001 T\n- class: defensive\n- obligation: Sample.cs \"return 1;\"\n\n", "no reason")]
    [InlineData("## Some heading\n- class: defensive\n", "no heading of a justification")]
    [InlineData("## P-JUS-001 T\n- class: defensive\n- owner: me\n- obligation: Sample.cs \"return 1;\"\nReason.\n", "unknown field 'owner'")]
    public void Reports_malformed_items(string text, string message)
    {
        var finding = Assert.Single(Build(text).Notes.Findings);
        Assert.Equal("COV-004", finding.Code);
        Assert.Contains(message, finding.Message);
    }

    [Fact]
    public void Reports_what_the_image_does_not_hold()
    {
        var program = InstrumentedProgram.Of(Code);
        var file = Certify.Coverage.Justifications.JustificationReader.Read([("j.md", Item("Sample.cs \"return 1;\""))]);
        var result = CoverageFactsBuilder.Build(program.Record(), Sample.Header, "2", _ => false, file);
        Assert.Equal(["COV-007"], result.Notes.Findings.Select(f => f.Code));
    }

    private static CoverageResult Build(string justifications)
    {
        var program = InstrumentedProgram.Of(Code);
        program.Call("P", "F", 1);
        program.Call("P", "G", 3);
        return Sample.Build(program.Record(), justifications);
    }

    private static string Item(string reference, string id = "P-JUS-001") =>
        $"## {id} Title\n- class: defensive\n- obligation: {reference}\nBecause.\n\n";
}
