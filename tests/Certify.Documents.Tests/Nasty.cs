using Certify.Facts;

namespace Certify.Documents.Tests;

/// <summary>Facts whose texts try to be something else than text.</summary>
internal static class Nasty
{
    public const string Formula = "=HYPERLINK(\"http://example.invalid/?\"&A1,\"click\")";
    public const string Script = "<script>alert(1)</script><img src=x onerror=alert(2)>";
    public const string Escape = "_x0041_ and _x000D_";
    public const string RightToLeft = "\u05E9\u05DC\u05D5\u05DD \u202Etxet desrever\u202C";
    public static readonly string Controls = "bell\u0007 null\0 escape\u001B[31m lone \uD800 last \uFFFF end";
    public static readonly string LongId = "M:" + new string('N', 9_990) + ".Type.Go";

    public static DocumentInputs Create()
    {
        var inputs = Samples.Bad();
        string[] texts = [Formula, Script, Escape, RightToLeft, Controls, LongId, "+1+1", "@SUM(A1)", "]]>", "&amp;", " "];
        RequirementFact[] requirements = [.. texts.Select((text, i) => new RequirementFact(
            text, i % 2 == 0 ? Tier.Hlr : Tier.Llr, text, text, text, text, [text, "gone"], i % 3 == 0, text,
            VerificationMethod.Review, text, text, new SourcePlace(text, i)))];
        TestFact[] tests = [.. texts.Select(text => new TestFact(text, text, [text], TestKind.Robustness, new SourcePlace(text, 1)))];
        TestResult[] results = [.. texts.Select(text => new TestResult(
            text, TestSide.Target, Verdict.Panic, 0, 0, ulong.MaxValue, [new LabelCount(text, 1)], text, text, text, text, text, text))];
        return inputs with
        {
            Project = inputs.Project with
            {
                Name = Script, Organisation = Formula, PartNumber = Controls, Description = string.Join("\n\n", texts),
                Components = [.. texts.Select(text => new ComponentText(text, text))],
                Revisions = [.. texts.Select(text => new RevisionFact(text, text, text, text))],
                ProblemReports = [.. texts.Select(text => new ProblemReportFact(text, text, text, text, text, new SourcePlace(text, 1)))],
                Budgets = [.. texts.Select(text => new BudgetFact(text, long.MaxValue, text, long.MinValue, text))],
            },
            Trace = inputs.Trace with
            {
                Requirements = requirements, Tests = tests,
                Code = [.. texts.Select(text => new CodeFact(text, [text], new SourcePlace(text, 1), text, false))],
                Findings = [.. texts.Select(text => new AuditFinding(text, FindingSeverity.Error, text, text, new SourcePlace(text, 1)))],
            },
            Analysis = inputs.Analysis! with
            {
                Findings = [.. texts.SelectMany((text, i) => Enum.GetValues<FindingVerdict>().Select(verdict => new RuleFinding(text, text, new SourcePlace(text, i), verdict, text, text, true)))],
                Deviations = [.. texts.SelectMany(text => Enum.GetValues<DeviationStatus>().Select(status => new DeviationFact(text, text, text, text, text, text, text, text, text, 1, status)))],
                Compilations = [.. texts.Select(text => new AnalysedCompilation(text, text, text, [text], [new FileDigest(text, text)], false, PdbMatch.Differs))],
                Header = inputs.Analysis.Header with { Inputs = [.. texts.Select(text => new FileDigest(text, text))], CommandLine = Script },
            },
            Compliance = inputs.Compliance! with
            {
                Failures = texts,
                Guidelines = [.. texts.Select((text, i) => new GuidelineFact(text, text, text, text, text, text, [text], (ComplianceLevel)(i % 5), text, 1, text))],
            },
            Tests = inputs.Tests! with { LayoutHash = Script, Results = results },
            Objectives = inputs.Objectives with { Objectives = [.. texts.Select((text, i) => new ObjectiveFact(text, i, text, text, true, ObjectiveStatus.WaitingForPerson, text, [text], text))] },
            Links = [.. texts.Append("javascript:alert(1)").Append("../../etc").Append("//host/x").Select(text => new PackageLink(text, text, text, text))],
            ManifestSha256 = Script,
        };
    }
}
