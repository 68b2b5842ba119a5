using Certify.Facts;
using Certify.Trace.Audit;
using Certify.Trace.Model;

namespace Certify.Trace.Tests;

/// <summary>The tool traces itself: the requirements of the trace are met by its code and its tests.</summary>
public class ToolkitTraceTests
{
    private static IReadOnlyList<InputFile> Files(string folder, string pattern) =>
    [
        .. Directory.EnumerateFiles(Repository.PathOf(folder), pattern, SearchOption.AllDirectories)
            .Select(f => (Full: f, Path: Path.GetRelativePath(Repository.Root, f).Replace('\\', '/')))
            .Where(f => !f.Path.Contains("/obj/", StringComparison.Ordinal) && !f.Path.Contains("/bin/", StringComparison.Ordinal))
            .Select(f => new InputFile(f.Path, File.ReadAllBytes(f.Full))),
    ];

    // @verifies CFY-HLR-012, CFY-HLR-011
    [Fact]
    public void Requirements_of_the_trace_are_traced()
    {
        var facts = TraceAudit.Run(new TraceInputs
        {
            Origin = Sample.Header,
            Level = "A",
            Requirements = Files("trace/requirements", "*.md"),
            Sources =
            [
                new SourceSet("trace", SourceRole.Code, false, [], Files("trace/Certify.Trace", "*.cs"), []),
                new SourceSet("tests", SourceRole.UnitTests, false, [], Files("tests/Certify.Trace.Tests", "*.cs"), []),
            ],
        });
        var own = facts.Requirements.Where(r => r.Place.Path is "trace/requirements/llr/trace.md" or "trace/requirements/llr/trace-model.md").Select(r => r.Id).ToHashSet();

        // Code and tests of the other parts are audited by 'certify trace audit' over the whole repository.
        Assert.Equal([], facts.Findings.Where(f => own.Contains(f.Subject) || f.Code is not ("TRC-203" or "TRC-204" or "TRC-205" or "TRC-206")).Select(f => f.Message));
        Assert.Contains(facts.Requirements, r => r.Component == "Trace" && r.Tier == Tier.Llr);
    }
}
