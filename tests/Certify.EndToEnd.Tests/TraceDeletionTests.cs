using Certify.Cli.Commands;
using Certify.Cli.Output;
using Certify.Cli.Settings;
using Certify.Cli.Stages;
using Certify.Facts;
using Xunit;

namespace Certify.EndToEnd.Tests;

/// <summary>A requirement, a test or a code tag taken from the application: the audit names what is gone.</summary>
public sealed class TraceDeletionTests(FlightMonitorFixture app) : IClassFixture<FlightMonitorFixture>, IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("certify-trace-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void Is_clean_as_it_is() => Assert.False(TraceCommand.HasErrors(Audit()));

    // @verifies CFY-HLR-012
    [Fact]
    public void Names_a_deleted_requirement()
    {
        Edit("requirements", "## FM-LLR-044 ", text => text[..text.IndexOf("## FM-LLR-044 ", StringComparison.Ordinal)]
            + Rest(text, "## FM-LLR-044 "));
        AssertNamed("FM-LLR-044");
    }

    [Fact]
    public void Names_a_requirement_whose_tests_are_gone()
    {
        foreach (var file in Sources().Where(f => File.ReadAllText(f).Contains("Verifies(\"FM-LLR-074\")", StringComparison.Ordinal)))
            File.WriteAllText(file, File.ReadAllText(file).Replace("Verifies(\"FM-LLR-074\")", "Verifies(\"FM-LLR-071\")"));
        AssertNamed("FM-LLR-074");
    }

    [Fact]
    public void Names_a_requirement_whose_code_tag_is_gone()
    {
        Edit("Tui", "[Requirement(\"FM-LLR-056\")]", text => text.Replace("    [Requirement(\"FM-LLR-056\")]\n", ""));
        var findings = AssertNamed("FM-LLR-056");
        Assert.Contains(findings, f => f.Subject.Contains("Saturate", StringComparison.Ordinal) || f.Message.Contains("Saturate", StringComparison.Ordinal));
    }

    // @verifies CFY-HLR-001
    [Fact]
    public void Refuses_an_empty_folder()
    {
        var empty = Directory.CreateDirectory(Path.Combine(_folder, "empty")).FullName;
        var header = new FactHeader("s", "0", "c", "r", false, []);
        var e = Assert.Throws<Certify.Cli.CommandException>(() => TraceStage.Audit(empty, "A", header));
        Assert.Equal(2, e.ExitCode);
        Assert.Contains("no requirements found", e.Message);
    }

    private IReadOnlyList<AuditFinding> AssertNamed(string id)
    {
        var facts = Audit();
        Assert.True(TraceCommand.HasErrors(facts));
        var named = facts.Findings.Where(f => f.Subject == id || f.Message.Contains(id, StringComparison.Ordinal)).ToList();
        Assert.NotEmpty(named);
        return facts.Findings;
    }

    private TraceFacts Audit()
    {
        if (!Directory.Exists(Path.Combine(_folder, "app"))) app.CopyTo(Path.Combine(_folder, "app"));
        var settings = ProjectLocator.Locate(Path.Combine(_folder, "app")).FirstApp();
        return TraceStage.Audit(Workspace.Open(settings, new StageLog(quiet: true)), "A", null, null);
    }

    private IEnumerable<string> Sources()
    {
        if (!Directory.Exists(Path.Combine(_folder, "app"))) app.CopyTo(Path.Combine(_folder, "app"));
        return Workspace.FilesBelow(Path.Combine(_folder, "app"), ".cs");
    }

    private void Edit(string below, string contains, Func<string, string> change)
    {
        _ = Sources().Count();
        var file = Workspace.FilesBelow(Path.Combine(_folder, "app", below)).Single(f => File.ReadAllText(f).Contains(contains, StringComparison.Ordinal));
        var text = File.ReadAllText(file);
        var changed = change(text);
        Assert.NotEqual(text, changed);
        File.WriteAllText(file, changed);
    }

    private static string Rest(string text, string heading)
    {
        var next = text.IndexOf("\n## ", text.IndexOf(heading, StringComparison.Ordinal) + 3, StringComparison.Ordinal);
        return next < 0 ? "" : text[(next + 1)..];
    }
}
