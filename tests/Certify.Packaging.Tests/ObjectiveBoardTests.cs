using Certify.Facts;
using Certify.Packaging.Objectives;
using static Certify.Facts.ObjectiveStatus;

namespace Certify.Packaging.Tests;

public class ObjectiveBoardTests
{
    private static readonly EvidenceSet s_none = new(null, null, null, null, null, null);

    // @verifies CFY-HLR-018
    [Fact]
    public void Nothing_is_met_without_facts()
    {
        ObjectiveFacts board = Decide(s_none);
        Assert.DoesNotContain(board.Objectives, o => o.Status is MetByEvidence or NotApplicable);
        Assert.Equal(71, board.Objectives.Count);
    }

    // @verifies CFY-HLR-018
    [Fact]
    public void No_persons_activity_is_ever_met()
    {
        foreach (string level in new[] { "A", "B", "C", "D" })
        {
            var people = ObjectiveTable.Rows.Where(r => r.DecidedBy is DecidedBy.Person or DecidedBy.Prepared)
                .Select(r => (r.Table, r.Number)).ToHashSet();
            Assert.DoesNotContain(Decide(Sample.Facts, level).Objectives, o => o.Status == MetByEvidence && people.Contains((o.Table, o.Number)));
        }
    }

    [Fact]
    public void Independence_is_never_met_by_a_tool()
    {
        Assert.DoesNotContain(Decide(Sample.Facts).Objectives, o => o.Independence && o.Status == MetByEvidence);
        Assert.Equal(WaitingForPerson, Status(Sample.Facts, "A-7", 7, "A"));
        Assert.Equal(MetByEvidence, Status(Sample.Facts, "A-7", 7, "C"));
    }

    // @verifies CFY-HLR-018
    [Fact]
    public void Everything_that_waits_names_the_record_that_closes_it() =>
        Assert.All(Decide(Sample.Facts).Objectives, o => Assert.Equal(o.Status == WaitingForPerson, !string.IsNullOrEmpty(o.Closes)));

    [Fact]
    public void Whole_facts_leave_only_what_is_never_measured_unmet() => Assert.Equal(
        ["A-7.8", "A-7.9"],
        Decide(Sample.Facts).Objectives.Where(o => o.Status == NotMet).Select(o => $"{o.Table}.{o.Number}"));

    // @verifies CFY-LLR-056
    [Fact]
    public void Whole_facts_meet_what_needs_no_person() => Assert.Equal(
        ["A-2.1", "A-2.3", "A-2.4", "A-2.6", "A-6.1", "A-6.2", "A-8.1"],
        Decide(Sample.Facts).Objectives.Where(o => o.Status == MetByEvidence).Select(o => $"{o.Table}.{o.Number}"));

    [Theory]
    [InlineData("A-6", 5)]
    [InlineData("A-2", 7)]
    public void Simulated_target_closes_no_target_objective(string table, int number)
    {
        Assert.Equal(WaitingForPerson, Status(Sample.Facts, table, number));
        Assert.Contains("QEMU", Objective(Sample.Facts, table, number).Reason);
    }

    // @verifies CFY-LLR-056
    [Theory]
    [InlineData("A-2", 1, "trace facts")]
    [InlineData("A-5", 4, "analysis facts")]
    [InlineData("A-5", 7, "image facts")]
    [InlineData("A-6", 1, "trace facts")]
    [InlineData("A-7", 5, "coverage facts")]
    [InlineData("A-5", 8, "image facts")]
    public void Missing_facts_are_not_met_and_named(string table, int number, string what)
    {
        ObjectiveFact objective = Objective(s_none, table, number);
        Assert.Equal(NotMet, objective.Status);
        Assert.Contains(what, objective.Reason);
    }

    [Fact]
    public void Same_facts_give_the_same_bytes() => Assert.Equal(FactJson.Write(Decide(Sample.Facts)), FactJson.Write(Decide(Sample.Facts)));

    internal static ObjectiveFacts Decide(EvidenceSet facts, string level = "A") =>
        ObjectiveBoard.Decide(facts, level, Sample.Header("x"));

    internal static ObjectiveFact Objective(EvidenceSet facts, string table, int number, string level = "A") =>
        Decide(facts, level).Objectives.Single(o => o.Table == table && o.Number == number);

    internal static ObjectiveStatus Status(EvidenceSet facts, string table, int number, string level = "A") =>
        Objective(facts, table, number, level).Status;
}
