using Microsoft.CodeAnalysis;

namespace Certify.Coverage.Instrumentation;

/// <summary>One source of the compilation to be measured.</summary>
/// <param name="Path">Where the caller found it; handed back unchanged and never written into a text.</param>
/// <param name="RelativePath">Repository-relative path with '/'; the identity of the file.</param>
/// <param name="Component">Component that its code belongs to.</param>
/// <param name="Text">The source text.</param>
/// <param name="Measured">False for a file that takes part in the compilation but is left alone; it is listed as excluded.</param>
public sealed record TargetSource(string Path, string RelativePath, string Component, string Text, bool Measured = true);

/// <summary>What the compiler has to know besides the sources.</summary>
/// <param name="PreprocessorSymbols">The #if symbols of the compilation, for example CERTIFY_TARGET.</param>
/// <param name="References">Referenced assemblies; none for the target, whose core library is among the sources.</param>
public sealed record InstrumentationOptions(
    IReadOnlyList<string> PreprocessorSymbols, IReadOnlyList<MetadataReference> References)
{
    /// <summary>Put before the repository-relative path in #line, as the build's path map would.</summary>
    public string LinePrefix { get; init; } = "/_/";

    /// <summary>Decisions with more paths record 2n marker bytes in place of one byte per path.</summary>
    public int PathLimit { get; init; } = 4096;
}

/// <summary>A rewritten file, to be compiled in place of the original.</summary>
/// <param name="Path">As given.</param>
/// <param name="RelativePath">As given.</param>
/// <param name="Text">The new text; every statement stays on its line.</param>
public sealed record RewrittenSource(string Path, string RelativePath, string Text);

/// <summary>What instrumentation gives.</summary>
/// <param name="Sources">One per source given, in the same order; files left alone come back unchanged.</param>
/// <param name="RuntimeSource">Text of CertifyCoverage.g.cs, to be compiled with them.</param>
/// <param name="Map">The obligations and their counters.</param>
public sealed record InstrumentationResult(
    IReadOnlyList<RewrittenSource> Sources, string RuntimeSource, Obligations.ObligationMap Map);

/// <summary>The sources cannot be instrumented; the message lists "path:line: error ..." lines.</summary>
public sealed class InstrumentationException(string message) : Exception(message);
