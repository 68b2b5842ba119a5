using Certify.Facts;
using Certify.Packaging.Objectives;
using static Certify.Facts.ObjectiveStatus;

namespace Certify.Packaging.Tests;

/// <summary>Each defect makes exactly the objectives it bears on not met.</summary>
public class CheckTests
{
    private static readonly EvidenceSet s = Sample.Facts;

    [Fact]
    public void Failed_test() => NotMetIn(
        Results(r => r with { Verdict = Verdict.Failed }), "T.Normal", ("A-6", 1), ("A-6", 5), ("A-7", 2), ("A-7", 7));

    [Fact]
    public void Failed_tests_are_named_with_side_and_verdict() => NotMetIn(
        Results(r => r with { Verdict = Verdict.TripleFault }), "6 results not passed: T.Normal (differential: triple fault), T.Normal (host: triple fault)", ("A-7", 2));

    [Fact]
    public void Passed_test_with_zero_cases() => NotMetIn(Results(r => r with { Cases = 0 }), "passed without a sequence, which is no pass", ("A-6", 1), ("A-7", 2), ("A-7", 5));

    [Fact]
    public void No_results() => NotMetIn(s with { Results = s.Results! with { Results = [] } }, "", ("A-6", 1), ("A-6", 3), ("A-7", 2), ("A-7", 3));

    [Fact]
    public void Host_results_only() => NotMetIn(
        s with { Results = s.Results! with { Results = [.. s.Results.Results.Where(r => r.Side == TestSide.Host)] } },
        "", ("A-2", 7), ("A-6", 1), ("A-6", 5), ("A-7", 2), ("A-7", 3));

    [Fact]
    public void Results_of_another_image() => NotMetIn(
        s with { Results = s.Results! with { Header = s.Results.Header with { ImageSha256 = "x" } } },
        "another image", ("A-2", 7), ("A-6", 1), ("A-6", 5), ("A-7", 2), ("A-7", 4));

    [Fact]
    public void Differential_mismatch_alone() => NotMetIn(
        Results(r => r.Side == TestSide.Differential ? r with { Verdict = Verdict.Failed } : r), "", ("A-6", 1), ("A-7", 2));

    [Fact]
    public void Requirement_without_robustness_case_is_a_question_for_a_person()
    {
        EvidenceSet facts = Trace(t => t with { Tests = [.. t.Tests.Select(x => x.Kind == TestKind.Robustness ? x with { Requirements = ["S-HLR-1"] } : x)] });
        Assert.Equal(WaitingForPerson, ObjectiveBoardTests.Status(facts, "A-6", 2));
        Assert.Contains("S-HLR-2", ObjectiveBoardTests.Objective(facts, "A-6", 2).Reason);
        Assert.Equal(NotMet, ObjectiveBoardTests.Status(facts, "A-6", 4));
    }

    [Fact]
    public void Requirement_verified_by_review_waits_for_its_record()
    {
        EvidenceSet facts = Trace(t => t with { Requirements = [.. t.Requirements.Select(r => r.Id == "S-HLR-2" ? r with { Verification = VerificationMethod.Review } : r)] });
        Assert.Equal(WaitingForPerson, ObjectiveBoardTests.Status(facts, "A-6", 1));
    }

    [Fact]
    public void System_requirement_without_child() => NotMetIn(
        Trace(t => t with { Requirements = [.. t.Requirements, t.Requirements[0] with { Id = "SYS-2" }] }), "SYS-2", ("A-2", 1), ("A-3", 6));

    [Fact]
    public void Llr_without_code() => NotMetIn(
        Trace(t => t with { Requirements = [.. t.Requirements, t.Requirements[3] with { Id = "S-LLR-9" }] }), "S-LLR-9", ("A-2", 6), ("A-5", 5), ("A-7", 4));

    [Fact]
    public void Derived_requirement_without_safety_feedback() => NotMetIn(
        Trace(t => t with { Requirements = [.. t.Requirements.Select(r => r with { SafetyFeedback = null })] }), "S-HLR-2", ("A-2", 2));

    [Fact]
    public void Audit_error() => NotMetIn(
        Trace(t => t with { Findings = [new("TRC-209", FindingSeverity.Error, "M:X", "m", new("x.cs", 1))] }), "TRC-209 M:X", ("A-2", 6), ("A-5", 1));

    [Fact]
    public void Component_without_requirements() => NotMetIn(
        Trace(t => t with { Code = [.. t.Code.Where(c => c.Place.Path != Sample.Boot)] }), "Platform: 1 of 1 function from files", ("A-2", 4), ("A-2", 6), ("A-5", 5));

    [Fact]
    public void Compiler_helper_without_source() => NotMetIn(
        Image(i => i with { Components = [.. i.Components, new("Compiler", 1, 10, 0)], Symbols = [.. i.Symbols, Sample.Function("memset", "Compiler", null)] }),
        "Compiler", ("A-2", 6), ("A-5", 5), ("A-7", 5), ("A-7", 6), ("A-7", 7), ("A-7", 9));

    [Theory]
    [InlineData(5), InlineData(6), InlineData(7)]
    public void Component_without_coverage(int number) => NotMetIn(
        Coverage(c => c with { Statements = [.. c.Statements.Where(x => x.Component != "Kernel")] }),
        "Kernel: not measured (1 function)", ("A-7", number));

    [Fact]
    public void Component_whose_functions_were_all_inlined() => NotMetIn(
        Coverage(c => c with { Statements = [.. c.Statements, c.Statements[0] with { Id = "Lib#s0", Component = "CoreLib", Place = new("Lib.cs", 1), Tests = [] }] }),
        "CoreLib: 0 of 1 statements", ("A-7", 7));

    [Fact]
    public void Uncovered_statement_is_named_with_figures_per_component()
    {
        EvidenceSet facts = Coverage(c => c with { Statements = [c.Statements[0] with { Tests = [] }, .. c.Statements.Skip(1)] });
        NotMetIn(facts, "App: 0 of 1 statements; Kernel: 1 of 1 statements", ("A-7", 7));
        Assert.Equal(WaitingForPerson, ObjectiveBoardTests.Status(facts, "A-7", 6));
    }

    [Fact]
    public void Justified_gap_closes_only_with_a_known_justification()
    {
        EvidenceSet Facts(string id) => Coverage(c => c with { Statements = [c.Statements[0] with { Tests = [], Justification = id }, .. c.Statements.Skip(1)] });
        Assert.Equal(MetByEvidence, ObjectiveBoardTests.Status(Facts("S-JUS-1"), "A-7", 7, "C"));
        Assert.Contains("1 justified", ObjectiveBoardTests.Objective(Facts("S-JUS-1"), "A-7", 7, "C").Reason);
        Assert.Equal(NotMet, ObjectiveBoardTests.Status(Facts("S-JUS-2"), "A-7", 7, "C"));
    }

    [Fact]
    public void Condition_not_shown_breaks_only_mcdc()
    {
        EvidenceSet facts = Coverage(c => c with { Decisions = [c.Decisions[0] with { Conditions = [new("a", true, false, null)] }] });
        NotMetIn(facts, "App: 0 of 1 decisions with masking MC/DC", ("A-7", 5));
        Assert.Equal(WaitingForPerson, ObjectiveBoardTests.Status(facts, "A-7", 6));
    }

    [Fact]
    public void Coverage_by_test_without_requirement() => NotMetIn(
        Coverage(c => c with { Statements = [c.Statements[0] with { Tests = ["M:Other"] }, .. c.Statements.Skip(1)] }), "1 test behind the coverage that verified no requirement or did not pass", ("A-7", 5), ("A-7", 7));

    [Theory]
    [InlineData("host", "masking")]
    [InlineData("target", "guess")]
    public void Coverage_of_another_kind(string source, string criterion) =>
        NotMetIn(Coverage(c => c with { Source = source, Criterion = criterion }), "", ("A-7", 5), ("A-7", 7));

    [Fact]
    public void Coverage_of_another_image() => NotMetIn(Coverage(c => c with { FlightImageSha256 = "x" }), "another flight image", ("A-7", 6));

    [Fact]
    public void Rule_finding_even_if_suppressed() => NotMetIn(
        s with { Analysis = s.Analysis! with { Findings = [new("CFY0001", "m", new("a.cs", 3), Suppressed: true)] } },
        "CFY0001 a.cs:3 (suppressed)", ("A-5", 3), ("A-5", 4), ("A-5", 6));

    [Fact]
    public void File_of_the_image_that_was_not_analysed() => NotMetIn(
        Image(i => i with { Header = Sample.Header(ImageFacts.Schema, Sample.App, "other/New.cs") }), "other/New.cs", ("A-5", 4));

    [Fact]
    public void Exceeded_budget() => NotMetIn(
        s with { Project = s.Project! with { Budgets = [new("Stack", 10, "bytes", 11, "r")] } }, "Stack (11 of 10 bytes)", ("A-5", 6));

    [Fact]
    public void Writable_executable_segment() => NotMetIn(
        Image(i => i with { Segments = [new("bad", 0, 1, "rwx", "user")] }), "bad", ("A-5", 7));

    [Fact]
    public void Dirty_tree() => NotMetIn(
        s with { Project = s.Project! with { Header = s.Project.Header with { Dirty = true } } }, "work tree differs", ("A-8", 1), ("A-8", 2));

    private static EvidenceSet Results(Func<TestResult, TestResult> edit) =>
        s with { Results = s.Results! with { Results = [.. s.Results.Results.Select(edit)] } };

    private static EvidenceSet Trace(Func<TraceFacts, TraceFacts> edit) => s with { Trace = edit(s.Trace!) };

    private static EvidenceSet Image(Func<ImageFacts, ImageFacts> edit) => s with { Image = edit(s.Image!) };

    private static EvidenceSet Coverage(Func<CoverageFacts, CoverageFacts> edit) => s with { Coverage = edit(s.Coverage!) };

    private static void NotMetIn(EvidenceSet facts, string reason, params (string Table, int Number)[] objectives)
    {
        ObjectiveFacts board = ObjectiveBoardTests.Decide(facts);
        foreach ((string table, int number) in objectives)
        {
            ObjectiveFact objective = board.Objectives.Single(o => o.Table == table && o.Number == number);
            Assert.True(objective.Status == NotMet, $"{table}.{number}: {objective.Status}: {objective.Reason}");
        }

        Assert.Contains(board.Objectives, o => o.Status == NotMet && o.Reason.Contains(reason, StringComparison.Ordinal));
    }
}
