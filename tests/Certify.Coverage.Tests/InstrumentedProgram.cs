using System.Reflection;
using System.Runtime.InteropServices;
using System.Runtime.Loader;
using Basic.Reference.Assemblies;
using Certify.Coverage.Instrumentation;
using Certify.Coverage.Obligations;
using Certify.Coverage.Recording;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Certify.Coverage.Tests;

/// <summary>Source text, instrumented and not, compiled and loaded into this process.</summary>
internal sealed class InstrumentedProgram
{
    private readonly object? _noBlock = null;
    private readonly FieldInfo _block;

    private InstrumentedProgram(InstrumentationResult result, Assembly original, Assembly instrumented)
    {
        Result = result;
        Original = original;
        Instrumented = instrumented;
        _block = instrumented.GetType(result.Map.Layout.TypeName, throwOnError: true)!
            .GetFields(BindingFlags.Static | BindingFlags.NonPublic | BindingFlags.Public).Single();
    }

    public InstrumentationResult Result { get; }

    public ObligationMap Map => Result.Map;

    public Assembly Original { get; }

    public Assembly Instrumented { get; }

    public static InstrumentedProgram Of(string text, int pathLimit = 4096, params string[] symbols) =>
        Of([new TargetSource("/somewhere/Sample.cs", "src/Sample.cs", "Sample", text)], pathLimit, symbols);

    public static InstrumentedProgram Of(IReadOnlyList<TargetSource> sources, int pathLimit = 4096, params string[] symbols)
    {
        var options = new InstrumentationOptions(symbols, Net100.References.All.ToList()) { PathLimit = pathLimit };
        var result = SourceInstrumenter.Instrument(sources, options);
        var rewritten = result.Sources.Select(s => s.Text).Append(result.RuntimeSource);
        return new InstrumentedProgram(result, Compile(sources.Select(s => s.Text), symbols), Compile(rewritten, symbols));
    }

    /// <summary>Calls a static method of the original and of the instrumented program and demands equal results.</summary>
    public object? Call(string type, string method, params object?[] arguments)
    {
        var expected = Invoke(Original, type, method, [.. arguments]);
        var actual = Invoke(Instrumented, type, method, [.. arguments]);
        Assert.Equal(expected, actual);
        return actual;
    }

    public byte[] ReadCounters()
    {
        var bytes = new byte[Map.Layout.Bytes];
        var block = _block.GetValue(_noBlock)!;
        var pin = GCHandle.Alloc(block, GCHandleType.Pinned);
        Marshal.Copy(pin.AddrOfPinnedObject(), bytes, 0, bytes.Length);
        pin.Free();
        return bytes;
    }

    public void ClearCounters() => _block.SetValue(null, Activator.CreateInstance(_block.FieldType));

    public CoverageRecorder Record(string test = "M:Test")
    {
        var recorder = new CoverageRecorder(Map);
        recorder.Add(test, ReadCounters());
        return recorder;
    }

    public DecisionObligation Decision(string text) => Map.Decisions.Single(d => d.Text == text);

    public StatementObligation Statement(string text) => Map.Statements.Single(s => s.Text == text);

    /// <summary>The evaluations recorded of a decision, as "TF-:F".</summary>
    public IReadOnlyList<string> Vectors(string decision)
    {
        var obligation = Decision(decision);
        var graph = obligation.Graph();
        return [.. Record().Of(obligation).Paths.Keys.Select(graph.Decode).Select(e => e.Values + ":" + (e.Outcome ? "T" : "F")).Order(StringComparer.Ordinal)];
    }

    public bool Reached(string statement) => Record().TestsOf(Statement(statement)).Count > 0;

    private static object? Invoke(Assembly assembly, string type, string method, object?[] arguments) =>
        assembly.GetType(type, throwOnError: true)!
            .GetMethod(method, BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic)!.Invoke(null, arguments);

    private static Assembly Compile(IEnumerable<string> texts, string[] symbols)
    {
        var parse = new CSharpParseOptions(LanguageVersion.CSharp14, preprocessorSymbols: symbols);
        var compilation = CSharpCompilation.Create(
            "Sample" + Guid.NewGuid().ToString("N"), texts.Select(t => CSharpSyntaxTree.ParseText(t, parse)), Net100.References.All,
            new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, allowUnsafe: true, optimizationLevel: OptimizationLevel.Release,
                nullableContextOptions: NullableContextOptions.Enable, generalDiagnosticOption: ReportDiagnostic.Default));
        using var stream = new MemoryStream();
        var emitted = compilation.Emit(stream);
        Assert.True(emitted.Success, string.Join('\n', emitted.Diagnostics.Where(d => d.Severity == DiagnosticSeverity.Error))
            + "\n" + string.Join("\n----\n", compilation.SyntaxTrees));
        stream.Position = 0;
        return new AssemblyLoadContext(null, isCollectible: true).LoadFromStream(stream);
    }
}
