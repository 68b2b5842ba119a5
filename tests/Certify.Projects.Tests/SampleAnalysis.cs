using Certify.Facts;

namespace Certify.Projects.Tests;

/// <summary>A receipt with every kind of finding.</summary>
internal static class SampleAnalysis
{
    private static readonly FileDigest s_file = new("a b/C.cs", new string('0', 64));

    public static AnalysisFacts Facts { get; } = new(
        new FactHeader(AnalysisFacts.Schema, "0.1.0", "certify check app", "abc", false, [s_file, new FileDigest("a b/App.csproj", new string('1', 64))]),
        "compiler", "0.1.0",
        [new AnalysedCompilation("host", "application", "", [], [s_file], true, PdbMatch.Same)],
        [
            new RuleFact("CFY1001", "Objects are not created on a heap", "Memory", "mandatory", "source", ["application"], 0, 0, 0, 0),
            new RuleFact("CFY1101", "goto is not used", "ControlFlow", "mandatory", "source", ["application"], 3, 0, 1, 0),
            new RuleFact("CFY1204", "An index is inside its bounds", "Numeric", "mandatory", "source", ["application"], 0, 0, 0, 1),
            new RuleFact("CFY1211", "Numbers have names", "Numeric", "advisory", "source", ["application"], 0, 1, 0, 0),
        ],
        [
            new RuleFinding("CFY1101", "'goto x' jumps <here> & there.", new SourcePlace("a b/C.cs", 3, 5)),
            new RuleFinding("CFY1101", "again", new SourcePlace("a b/C.cs", 4, 1), Suppressed: true),
            new RuleFinding("CFY1101", "again", new SourcePlace("a b/C.cs", 5, 1), FindingVerdict.Deviated, "DEV-001"),
            new RuleFinding("CFY1204", "'a[i]'", new SourcePlace("a b/C.cs", 6, 1), FindingVerdict.CheckedAtRunTime, Check: "index"),
            new RuleFinding("CFY1211", "'7'", new SourcePlace("a b/C.cs", 7, 1), FindingVerdict.Advisory),
            new RuleFinding("CFY1101", "the whole", new SourcePlace("(no source)", 0)),
        ],
        [new DeviationFact("DEV-001", "One jump", "CFY1101", "a b/C.cs", "Generated state machine.", "N. Author", "2027-12-31", new string('2', 64), "deviations/DEV-001.md", 1, DeviationStatus.InUse)]);
}
