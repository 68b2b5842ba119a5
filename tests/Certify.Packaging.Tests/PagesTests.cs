using Certify.Facts;
using Certify.Packaging.Objectives;
using Certify.Packaging.Pages;

namespace Certify.Packaging.Tests;

public class PagesTests
{
    // @verifies CFY-HLR-019, CFY-LLR-061
    [Fact]
    public void Every_waiting_objective_is_on_the_todo_page_once()
    {
        ObjectiveFacts board = ObjectiveBoardTests.Decide(Sample.Facts);
        TodoPage page = TodoPage.From(board, Sample.Facts.Trace, Sample.Facts.Project);
        Assert.Equal(
            board.Objectives.Where(o => o.Status == ObjectiveStatus.WaitingForPerson).Select(o => $"{o.Table}.{o.Number}").Order(),
            page.Records.SelectMany(r => r.Closes).Order());
        Assert.Equal(["A-7.8", "A-7.9"], page.NotMet.SelectMany(n => n.Closes));
    }

    // @verifies CFY-LLR-061
    [Fact]
    public void Derived_requirements_and_open_problem_reports_are_on_the_todo_page()
    {
        TodoPage page = TodoPage.From(ObjectiveBoardTests.Decide(Sample.Facts), Sample.Facts.Trace, Sample.Facts.Project);
        Assert.Equal(["S-HLR-2"], page.Requirements.SelectMany(r => r.Closes));
        Assert.Equal(["S-PR-001"], page.ProblemReports.SelectMany(r => r.Closes));
    }

    // @verifies CFY-HLR-019, CFY-LLR-062
    [Fact]
    public void Limits_name_what_is_missing()
    {
        LimitsPage page = LimitsPage.From(new EvidenceSet(null, null, null, null, null, null));
        Assert.Equal(7, page.Here.Count);
        Assert.Contains(page.Always, line => line.Contains("qualified"));
        Assert.Contains(page.Always, line => line.Contains("QEMU"));
    }

    // @verifies CFY-LLR-062
    [Fact]
    public void Limits_follow_from_the_facts()
    {
        EvidenceSet facts = Sample.Facts with
        {
            Project = Sample.Facts.Project! with { Header = Sample.Facts.Project.Header with { Dirty = true } },
            Coverage = Sample.Facts.Coverage! with { Statements = [.. Sample.Facts.Coverage.Statements.Where(s => s.Component == "App")] },
        };
        LimitsPage page = LimitsPage.From(facts);
        Assert.Contains(page.Here, line => line.Contains("draft"));
        Assert.Contains(page.Here, line => line == "Structural coverage was not measured for Kernel, Platform.");
    }
}
