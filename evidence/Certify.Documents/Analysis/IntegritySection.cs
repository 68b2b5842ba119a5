using Certify.Documents.Model;
using Certify.Facts;

namespace Certify.Documents.Analysis;

/// <summary>The analysis integrity report: what ran on what, what was left out, what is assumed and what the rules cannot see.</summary>
// @llr CFY-LLR-284
internal static class IntegritySection
{
    private static readonly string[] s_assumptions =
    [
        "The compiler named above reads the sources as the compiler of the build does. It is given the command line of the build; it is not the same program.",
        "The sources analysed are those that were built. Where the table of compilations says \"same sources\" this was compared with the debug information of the built assembly; else it is an assumption.",
        "Code in a branch of #if that none of the compilations activates was not seen by any rule.",
        "Referenced assemblies are known by their declarations only. What their code does was not analysed.",
        "What an attribute of the sources states (a bound, a range, a ceiling, a register map) is taken as the page of the rule says; where a rule cannot show the statement, the person who wrote it vouches for it.",
        "Assembler code and the hardware behave as the declared boundary types say.",
        "A check at run time stops a fault only as far as the reaction of the health monitor is right. The rules do not judge that reaction.",
        "The rules and the drivers themselves are free of faults that hide a finding. They are tested, not qualified.",
    ];

    /// <summary>Compilations, versions, failures and attempts to suppress.</summary>
    public static void WhatRan(DocumentBuilder builder, AnalysisFacts facts)
    {
        builder.Heading(2, "What ran");
        builder.Text($"{Say.Count(facts.Rules.Count, "rule")} of Certify.Analyzers {facts.AnalyzerVersion}, run by compiler {facts.CompilerVersion}.");
        builder.Table("Compilations analysed", "No compilation was recorded.",
            [new("Compilation", 13), new("Configuration", 14), new("Profile", 12), new("Sources", 9), new("Build fails on findings", 11), new("Built assembly", 13), new("Defines", 40)],
            facts.Compilations.Select(IReadOnlyList<Cell> (c) =>
            [
                c.Name, c.Configuration.Length == 0 ? "the build's own" : c.Configuration, c.Profile, Say.Count(c.Sources.Count),
                c.EnforcedByBuild ? Cell.Of("yes", Tone.Good) : Cell.Of("no", Tone.Bad), AnalysisWords.Cell(c.Pdb), Say.List(c.Defines),
            ]));
        builder.Table("Attempts to suppress", "No finding was marked as suppressed in the sources.",
            [new("Rule", 12), new("Place", 34), new("Message", 54)],
            FindingSection.Ordered(facts).Where(f => f.Suppressed).Select(IReadOnlyList<Cell> (f) =>
                [Cell.Of(f.RuleId, Tone.Bad), Cell.Code(f.Place.ToString()), f.Message]));
    }

    /// <summary>What the analysis takes for granted.</summary>
    public static void Assumptions(DocumentBuilder builder) =>
        builder.Heading(2, "Assumptions of the analysis").Bullets(s_assumptions);

    /// <summary>What each rule misses, in the words of its page.</summary>
    public static void Limits(DocumentBuilder builder, ComplianceFacts compliance)
    {
        builder.Heading(2, "What the rules cannot see");
        builder.Text("Each page of a rule says what the rule misses. A construct named here can be in the sources without a finding.");
        builder.Table("What the rules miss", "No rule was recorded.", [new("Rule", 11), new("What holds", 29), new("What it misses", 60)],
            compliance.Guidelines.Select(IReadOnlyList<Cell> (g) => [g.Id, g.Title, AnalysisWords.Prose(g.Misses)]));
    }

    /// <summary>Every input with its digest.</summary>
    public static void Sources(DocumentBuilder builder, AnalysisFacts facts)
    {
        builder.Heading(2, "Files analysed");
        builder.Table("Files with digests", "No file was recorded.", [new("File", 50), new("Compilations", 14), new("SHA-256", 36)],
            facts.Header.Inputs.Select(IReadOnlyList<Cell> (input) =>
            [
                Cell.Code(input.Path),
                Say.List(facts.Compilations.Where(c => c.Sources.Contains(input)).Select(Name).Distinct(StringComparer.Ordinal), "settings"),
                Cell.Code(input.Sha256),
            ]));
    }

    private static string Name(AnalysedCompilation compilation) =>
        compilation.Configuration.Length == 0 ? compilation.Name : $"{compilation.Name} {compilation.Configuration}";
}
