using Certify.Facts;
using Certify.Packaging.Integrity;
using Certify.Packaging.Objectives;

namespace Certify.Packaging.Tests;

/// <summary>A small project whose facts hold in every way, to be broken one thing at a time.</summary>
internal static class Sample
{
    public const string App = "app/Step.cs";
    public const string Kernel = "kernel/Run.cs";
    public const string Boot = "platform/boot.S";
    public const string Elf = "the image's bytes";
    public static readonly string ElfSha256 = ManifestFile.Digest(System.Text.Encoding.UTF8.GetBytes(Elf));

    public static FactHeader Header(string schema, params string[] inputs) => new(
        schema, "0.1.0", "certify package", "c0ffee", false,
        [.. inputs.Select(path => new FileDigest(path, ManifestFile.Digest(System.Text.Encoding.UTF8.GetBytes(path))))],
        1, ElfSha256);

    public static EvidenceSet Facts { get; } = new(Project(), Trace(), Analysis(), Image(), Results(), Coverage());

    private static ProjectFacts Project() => new(
        Header(ProjectFacts.Schema), "Sample", null, null, "A", "Does a thing.",
        [new("APP", "The application."), new("KRN", "The kernel."), new("PLT", "The platform.")],
        [new("2026-01-01", "c0ffee", "A. Person", "First")],
        [new("S-PR-001", "A problem", "Text", "open", "none", new("pr.md", 1))],
        [new("Loaded bytes", 100, "bytes", 50, "small")]);

    private static TraceFacts Trace() => new(
        Header(TraceFacts.Schema), "A",
        [
            Requirement("SYS-1", Tier.System, "APP"), Requirement("S-HLR-1", Tier.Hlr, "APP", "SYS-1"),
            Requirement("S-HLR-2", Tier.Hlr, "KRN") with { Derived = true, SafetyFeedback = "none" },
            Requirement("S-LLR-1", Tier.Llr, "APP", "S-HLR-1"), Requirement("S-LLR-2", Tier.Llr, "KRN", "S-HLR-2"),
            Requirement("S-LLR-3", Tier.Llr, "PLT", "S-HLR-2"),
        ],
        [Code("M:App.Step", "S-LLR-1", App), Code("M:Kernel.Run", "S-LLR-2", Kernel), Code("boot", "S-LLR-3", Boot)],
        [Test("M:T.Normal", TestKind.NormalRange), Test("M:T.Robust", TestKind.Robustness)],
        []);

    private static RequirementFact Requirement(string id, Tier tier, string component, params string[] parents) => new(
        id, tier, component, "title of " + id, "It shall " + id, "because", parents, false, null,
        tier == Tier.System ? null : VerificationMethod.Test, tier == Tier.System ? "paper" : null, "ff", new("r.md", 1));

    private static CodeFact Code(string symbol, string requirement, string path) => new(symbol, [requirement], new(path, 1), "00", false);

    private static TestFact Test(string id, TestKind kind) =>
        new(id, "title of " + id, ["S-HLR-1", "S-HLR-2", "S-LLR-1", "S-LLR-2", "S-LLR-3"], kind, new("t.cs", 1));

    private static AnalysisFacts Analysis() => new(
        Header(AnalysisFacts.Schema), "5.0", "0.1.0",
        [new("host", "application", "", [], [], true, PdbMatch.Same), new("target", "application", "", ["CERTIFY_TARGET"], Header("", App, Kernel).Inputs, true, PdbMatch.Same)],
        [new("CFY0001", "No heap", "memory", "mandatory", "source", ["application"], 0, 0, 0, 0)], [], []);

    private static ImageFacts Image() => new(
        Header(ImageFacts.Schema, App, Kernel, Boot), "Sample", new("bin/Sample.elf", ElfSha256), 50,
        [new(".text", 0x100000, 40, "r-x", "user"), new(".data", 0x101000, 10, "rw-", "user")],
        [new("App", 1, 20, 0), new("Kernel", 1, 10, 0), new("Platform", 1, 10, 10)],
        [Function("Step", "App", App), Function("Run", "Kernel", Kernel), Function("boot", "Platform", Boot)],
        new([], []), [new("ilc", "10.0.14", "aa", "compiles")], null);

    public static SymbolFact Function(string name, string component, string? path) =>
        new(name, component, 0x100000, 10, true, path is null ? null : new(path, 1), path is null ? "helper" : null);

    private static TestFacts Results() => new(Header(TestFacts.Schema), "11",
        [.. from test in new[] { "M:T.Normal", "M:T.Robust" } from side in Enum.GetValues<TestSide>() select Result(test, side)]);

    public static TestResult Result(string test, TestSide side) =>
        new(test, side, Verdict.Passed, 10, 1000, 7, [], null, null, null, null, "00", "11");

    private static CoverageFacts Coverage() => new(
        Header(CoverageFacts.Schema) with { ImageSha256 = "other" }, ElfSha256, "target", "masking",
        [Statement(App, "App"), Statement(Kernel, "Kernel"), Statement(Boot, "Platform")],
        [new("M:App.Step#d0", "App", new(App, 2), "a && b", "if", [new("a", true, true, [1, 2]), new("b", true, true, [1, 3])],
            [new("TT", true, ["M:T.Normal"]), new("F-", false, ["M:T.Normal"]), new("TF", false, ["M:T.Robust"])], true, true, null)],
        [new("S-JUS-1", ["x"], "cannot happen", "defensive", new("j.md", 1))]);

    private static StatementFact Statement(string path, string component) =>
        new(path + "#s0", component, new(path, 1), ["M:T.Normal"], null);

    /// <summary>A whole package of these facts.</summary>
    public static Package Package(EvidenceSet? evidence = null, Func<PackageFile, PackageFile>? edit = null)
    {
        EvidenceSet e = evidence ?? Facts;
        PackageFile[] facts = [
            new(PackageLayout.Project, FactJson.Write(e.Project!)), new(PackageLayout.Trace, FactJson.Write(e.Trace!)),
            new(PackageLayout.Analysis, FactJson.Write(e.Analysis!)), new(PackageLayout.Image, FactJson.Write(e.Image!)),
            new(PackageLayout.Results, FactJson.Write(e.Results!)), new(PackageLayout.TargetCoverage, FactJson.Write(e.Coverage!)),
            new(PackageLayout.Objectives, FactJson.Write(ObjectiveBoard.Decide(e, "A", Header("x"))))];
        if (edit is not null) facts = [.. facts.Select(edit)];
        PackageFile[] all = [.. facts, PackageWriter.Facts(facts),
            new("image/Sample.elf", System.Text.Encoding.UTF8.GetBytes(Elf)), new("documents/S-SVR.docx", [1, 2, 3]), new("index.html", [4])];
        return PackageWriter.Write(all, new PackageIdentity("0.1.0", "Sample", "A", "c0ffee", false, false));
    }
}
