using Certify.Coverage.Obligations;
using Certify.Facts;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Certify.Coverage.Instrumentation;

/// <summary>
/// Rewrites the sources of a compilation so that running it records statements and evaluations of decisions,
/// without changing what it computes. Equal inputs give equal bytes.
/// </summary>
/// <remarks>
/// Choices that the definitions leave open:
/// a multi-way switch has no decision of its own: the statements of its sections, its arms and, without a default, its no-match path are
/// statement obligations, and only its when clauses are decisions.
/// A Boolean ?: inside a decision is structure; as a value of its own its predicate is the decision.
/// Patterns with and, or, not are split where <see cref="PatternSplitter"/> can do so without changing the meaning; else the whole pattern is one condition.
/// &amp; | ^ on bool are one condition; ?. and ?? hold no Boolean and are no decision.
/// Static initialisers are listed as exclusions, since the compiler evaluates them; extern and abstract members have no code.
/// </remarks>
// @llr CFY-LLR-045
public static class SourceInstrumenter
{
    /// <summary>Name of the file that <see cref="InstrumentationResult.RuntimeSource"/> goes into.</summary>
    public const string RuntimeFileName = "CertifyCoverage.g.cs";

    /// <summary>Instruments all sources of one compilation.</summary>
    /// <exception cref="InstrumentationException">The sources do not compile as given, or two have one path.</exception>
    public static InstrumentationResult Instrument(IReadOnlyList<TargetSource> sources, InstrumentationOptions options)
    {
        var compilation = Compile(sources, options);
        var compileTime = CompileTimeCode.In(compilation);
        var book = new ObligationBook();
        var rewritten = new List<RewrittenSource>(sources.Count);
        var digests = new List<InstrumentedSource>();
        foreach (var (source, tree) in sources.Zip(compilation.SyntaxTrees))
        {
            if (!source.Measured)
            {
                book.Exclusions.Add(new Exclusion("", new SourcePlace(source.RelativePath, 0), "left out by the caller"));
                rewritten.Add(new RewrittenSource(source.Path, source.RelativePath, source.Text));
                continue;
            }
            var body = FileInstrumenter.Rewrite(source, compilation.GetSemanticModel(tree), compileTime, book, options.PathLimit);
            var text = $"#pragma warning disable\n#line 1 \"{options.LinePrefix}{source.RelativePath}\"\n{body.TrimStart('\uFEFF')}";
            rewritten.Add(new RewrittenSource(source.Path, source.RelativePath, text));
            digests.Add(new InstrumentedSource(
                source.RelativePath, source.Component, SourceForms.Sha256(source.Text), SourceForms.Sha256(text)));
        }
        book.Exclusions.Add(new Exclusion(
            "T:Certify.Instrumentation.Cover", new SourcePlace(RuntimeFileName, 0), "the recording itself: no part of the flight image"));
        var layout = new CounterLayout(RuntimeSource.TypeName, RuntimeSource.SymbolPart, Math.Max(1, book.Bytes));
        var map = new ObligationMap(ObligationMap.SchemaName, layout, digests, MemberGraph.Of(compilation), book.Statements, book.Decisions, book.Exclusions);
        return new InstrumentationResult(rewritten, RuntimeSource.Write(layout.Bytes, KnowsInlining(compilation), book.Markers), map);
    }

    private static CSharpCompilation Compile(IReadOnlyList<TargetSource> sources, InstrumentationOptions options)
    {
        var twice = sources.GroupBy(s => s.RelativePath, StringComparer.Ordinal).FirstOrDefault(g => g.Count() > 1);
        if (twice is not null) throw new InstrumentationException($"{twice.Key}: error: listed twice among the sources to instrument");
        var parse = new CSharpParseOptions(LanguageVersion.CSharp14, DocumentationMode.None, SourceCodeKind.Regular, options.PreprocessorSymbols);
        var trees = sources.Select(s => CSharpSyntaxTree.ParseText(s.Text, parse, s.RelativePath)).ToList();
        var kind = trees.Any(t => t.GetRoot().ChildNodes().Any(n => n is Microsoft.CodeAnalysis.CSharp.Syntax.GlobalStatementSyntax))
            ? OutputKind.ConsoleApplication : OutputKind.DynamicallyLinkedLibrary;
        var compilation = CSharpCompilation.Create(
            "Certify.Measured", trees, options.References,
            new CSharpCompilationOptions(kind, allowUnsafe: true, nullableContextOptions: NullableContextOptions.Enable));
        var errors = compilation.GetDiagnostics().Where(d => d.Severity == DiagnosticSeverity.Error).Take(20).ToList();
        if (errors.Count > 0) throw new InstrumentationException(string.Join('\n', errors.Select(Describe)));
        return compilation;
    }

    private static string Describe(Diagnostic error)
    {
        var place = error.Location.GetLineSpan();
        return FormattableString.Invariant(
            $"{place.Path}:{place.StartLinePosition.Line + 1}: error {error.Id}: {error.GetMessage(System.Globalization.CultureInfo.InvariantCulture)}");
    }

    private static bool KnowsInlining(CSharpCompilation compilation) =>
        compilation.GetTypeByMetadataName("System.Runtime.CompilerServices.MethodImplAttribute") is not null
        && compilation.GetTypeByMetadataName("System.Runtime.CompilerServices.MethodImplOptions")?.GetMembers("AggressiveInlining").Length > 0;
}
