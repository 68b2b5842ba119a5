using Certify.Facts;
using Certify.Packaging.Objectives;
using Xunit;

namespace Certify.Packaging.Tests;

public sealed class MachineChecksTests
{
    private static readonly ImageAnalysisFacts s_clean = new(
        Sample.Header(ImageAnalysisFacts.Schema), "Sample",
        [new("Step", "App.Step", "App", 0x100000, 10, 3, new(Sample.App, 1), ["S-LLR-1"], true, true, 16, 16, [])],
        [new(ImageAnalysisFacts.UserStack, 0x1000, 4096, ["user code"], 300, 300, [])],
        [], [], [new("padding", 6, "alignment", true, null)], [new("App.Step", "source decision", 2)], [], 16, 10, 1, [], new(290, 5000, 3, 7));

    private static EvidenceSet With(ImageAnalysisFacts machine) => Sample.Facts with { Machine = machine };

    // @verifies CFY-LLR-324
    [Fact]
    public void Clean_analysis_leaves_additional_code_to_a_person_and_never_meets_it()
    {
        CheckResult result = CodeChecks.AdditionalCode(With(s_clean));

        Assert.Equal(CheckOutcome.Open, result.Outcome);
        Assert.Contains("was not verified by a person", result.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void Piece_without_explanation_keeps_the_objective_from_being_met()
    {
        CheckResult result = CodeChecks.AdditionalCode(With(s_clean with { Additional = [new("orphan", 8, "no source line explains it", false, null)] }));

        Assert.Equal(CheckOutcome.Fails, result.Outcome);
        Assert.Contains("orphan", result.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void Branch_without_explanation_keeps_the_objective_from_being_met() =>
        Assert.Equal(CheckOutcome.Fails, CodeChecks.AdditionalCode(With(s_clean with { Branches = [new("App.Step", "not explained", 1)] })).Outcome);

    [Fact]
    public void Analysis_of_nothing_is_no_evidence() =>
        Assert.Equal(CheckOutcome.Fails, CodeChecks.AdditionalCode(With(s_clean with { Functions = [] })).Outcome);

    [Fact]
    public void Analysis_of_another_image_is_no_evidence()
    {
        EvidenceSet facts = With(s_clean with { Header = s_clean.Header with { ImageSha256 = "other" } });

        Assert.Equal(CheckOutcome.Fails, CodeChecks.AdditionalCode(facts).Outcome);
        Assert.Equal(CheckOutcome.Fails, CodeChecks.Hazards(facts).Outcome);
    }

    [Fact]
    public void Clean_stack_is_told_with_its_figures()
    {
        CheckResult result = CodeChecks.Hazards(With(s_clean));

        Assert.Equal(CheckOutcome.Holds, result.Outcome);
        Assert.Contains("takes 300 of 4,096 bytes of the application's stack, runs of 5,000 frames took 290", result.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Worst-case stack", result.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void Without_the_analysis_the_stack_is_named_as_not_analysed() =>
        Assert.Contains("Worst-case stack", CodeChecks.Hazards(Sample.Facts).Text, StringComparison.Ordinal);

    public static TheoryData<ImageAnalysisFacts> Broken =>
    [
        s_clean with { Findings = [new("CFY2106", "segment", "writable and executable", null)] },
        s_clean with { Stacks = [s_clean.Stacks[0] with { ComputedBytes = null }] },
        s_clean with { Stacks = [s_clean.Stacks[0] with { ComputedBytes = 4097 }] },
        s_clean with { Stacks = [] },
        s_clean with { Measured = s_clean.Measured! with { Bytes = 301 } },
    ];

    [Theory]
    [MemberData(nameof(Broken))]
    public void Stack_that_is_not_shown_to_fit_fails(ImageAnalysisFacts machine) =>
        Assert.Equal(CheckOutcome.Fails, CodeChecks.Hazards(With(machine)).Outcome);
}
