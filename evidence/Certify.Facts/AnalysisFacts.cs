namespace Certify.Facts;

/// <summary>analysis.json: the receipt of the second driver and what the rules found.</summary>
/// <param name="Header">Origin; its inputs are the sources compiled, generated ones included.</param>
/// <param name="CompilerVersion">Version of the Roslyn compiler that analysed.</param>
/// <param name="AnalyzerVersion">Version of Certify.Analyzers.</param>
/// <param name="Compilations">What was analysed: one per compilation (host, target).</param>
/// <param name="Rules">Every rule that ran.</param>
/// <param name="Findings">Every result, suppressed ones included.</param>
public sealed record AnalysisFacts(
    FactHeader Header,
    string CompilerVersion,
    string AnalyzerVersion,
    IReadOnlyList<AnalysedCompilation> Compilations,
    IReadOnlyList<RuleFact> Rules,
    IReadOnlyList<RuleFinding> Findings)
{
    /// <summary>Name and version of this schema.</summary>
    public const string Schema = "certify/analysis/1";
}

/// <summary>One compilation that the rules ran on.</summary>
/// <param name="Name">"host" or "target".</param>
/// <param name="Defines">The active #if symbols, sorted.</param>
/// <param name="Sources">Every source compiled, with digest.</param>
public sealed record AnalysedCompilation(
    string Name, IReadOnlyList<string> Defines, IReadOnlyList<FileDigest> Sources);

/// <summary>A rule: id, title, category, obligation, and how many findings it gave.</summary>
public sealed record RuleFact(string Id, string Title, string Category, string Obligation, int Findings);

/// <summary>One finding of a rule.</summary>
/// <param name="RuleId">CFY####.</param>
/// <param name="Message">What and what instead.</param>
/// <param name="Place">Where.</param>
/// <param name="Suppressed">True when the source tries to suppress it; it still counts.</param>
public sealed record RuleFinding(string RuleId, string Message, SourcePlace Place, bool Suppressed);
