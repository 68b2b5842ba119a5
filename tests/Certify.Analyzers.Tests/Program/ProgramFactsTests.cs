using Certify.Analyzers.Program;
using Certify.Analyzers.Tests.Verification;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Certify.Analyzers.Tests.Program;

/// <summary>The facts of programs in several files, with a runtime in the same compilation or as metadata.</summary>
public class ProgramFactsTests
{
    private const string Kernel = """
        namespace Kernel
        {
            using Certify;
            static class Executive<T, S> where T : struct, ICyclicApplication<S, S, S> where S : unmanaged
            {
                private static S s_state;
                public static void Run() { T.Initialise(out s_state); T.Step(ref s_state, in s_state, out _); }
                public static void Spare() { }
            }
            static class Entry { [System.Runtime.InteropServices.UnmanagedCallersOnly] static void Start() => Executive<App.App, App.State>.Run(); }
        }
        """;

    private const string Application = """
        namespace App
        {
            using Certify;
            public struct State { public int X; }
            public struct App : ICyclicApplication<State, State, State>
            {
                public static void Initialise(out State state) { state.X = 1; }
                public static void Step(ref State state, in State inputs, out State outputs) { Work(ref state); outputs = inputs; }
                private static void Work(ref State state) { state.X++; }
                public static void Left() { }
            }
        }
        """;

    // @verifies CFY-LLR-206
    [Fact]
    public void Runtime_and_application_are_one_program()
    {
        var facts = Facts([Kernel, Application]);
        var reached = facts.Calls.Reach(facts.Entries.All).Keys.Select(CallGraph.Name).ToList();
        Assert.Contains("App.Work(ref State)", reached);
        Assert.DoesNotContain("Executive<T, S>.Spare()", reached);
        Assert.False(facts.Entries.IsPart);
    }

    [Fact]
    public void Application_alone_begins_at_its_cycle()
    {
        var facts = Facts([Application]);
        Assert.Equal(["App.Initialise(out State)", "App.Step(ref State, in State, out State)"], facts.Entries.All.Select(CallGraph.Name).Order(StringComparer.Ordinal));
        Assert.DoesNotContain("App.Left()", facts.Calls.Reach(facts.Entries.All).Keys.Select(CallGraph.Name));
    }

    [Fact]
    public void Facts_do_not_depend_on_the_order_of_files()
    {
        var one = Facts([Kernel, Application]);
        var other = Facts([Kernel, Application]);
        Assert.Equal(one.Functions.Select(f => CallGraph.Name(f.Symbol)), other.Functions.Select(f => CallGraph.Name(f.Symbol)));
        Assert.Same(one, ProgramFacts.Of(one.Compilation));
    }

    [Fact]
    public void Members_of_a_referenced_assembly_are_taken_to_change_what_they_can()
    {
        var library = Compile(["public class Lib { public int Get() => 1; public static int Shared(ref int x) => x; public int P => 1; }"], []);
        var facts = Facts(["static class P { static int A(Lib l) => l.Get(); static int B(ref int x) => Lib.Shared(ref x); static int C(Lib l) => l.P; static int D(int x) => System.Math.Abs(x); }"], library.ToMetadataReference());
        Effects Of(string name) => facts.Effects.Of(facts.Types.Single(t => t.Name == "P").GetMembers(name).OfType<IMethodSymbol>().Single());
        Assert.True((Of("A").Kinds & EffectKinds.External) != 0);
        Assert.Equal(1UL, Of("B").Parameters);
        Assert.True(Of("C").IsNone);
        Assert.True(Of("D").IsNone);
    }

    [Fact]
    public void Effects_name_what_changes()
    {
        var facts = Facts(["""
            using System;
            class C { public int X; }
            struct S { private int _n; public void Add() => _n++; public int Get() => _n; }
            static class P
            {
                static int s_x;
                static void Static() => s_x++;
                static void Object(C c) { c.X = 1; }
                static void Fresh() { var c = new C(); c.X = 1; }
                static void Through(Span<int> s) { s[0] = 1; }
                static void Own(int n) { n = 2; S s = default; s.Add(); Span<int> t = stackalloc int[2]; t[0] = n; }
                static void Via(ref S s) => s.Add();
                static void Maybe(C? c) { c?.X = 2; }
                static int[] Array(int[] t) { t[0] = 1; return t; }
                static unsafe void Pointer(int* p) { *p = 1; }
                static void Cycle(int n) { if (n > 0) { Back(n - 1); } }
                static void Back(int n) { s_x = n; Cycle(n); }
            }
            """]);
        var type = facts.Types.Single(t => t.Name == "P");
        Effects Of(string name) => facts.Effects.Of(type.GetMembers(name).OfType<IMethodSymbol>().Single());
        Assert.Equal(EffectKinds.Static, Of("Static").Kinds);
        Assert.Equal(1UL, Of("Object").Parameters);
        Assert.True(Of("Fresh").IsNone);
        Assert.Equal(1UL, Of("Through").Parameters);
        Assert.True(Of("Own").IsNone);
        Assert.Equal(1UL, Of("Via").Parameters);
        Assert.Equal(1UL, Of("Maybe").Parameters);
        Assert.Equal(1UL, Of("Array").Parameters);
        Assert.Equal(EffectKinds.Unknown, Of("Pointer").Kinds);
        Assert.Equal(EffectKinds.Static, Of("Cycle").Kinds);
        Assert.Equal(EffectKinds.Static, Of("Back").Kinds);
    }

    private static ProgramFacts Facts(string[] files, params MetadataReference[] more) => ProgramFacts.Of(Compile(files, more));

    private static CSharpCompilation Compile(string[] files, MetadataReference[] more)
    {
        var parse = new CSharpParseOptions(LanguageVersion.CSharp14);
        var trees = files.Concat(Snippet.Annotations).Select((text, i) => CSharpSyntaxTree.ParseText(text, parse, $"/project/File{i}.cs"));
        var compilation = CSharpCompilation.Create(
            "Program", trees, [.. Basic.Reference.Assemblies.Net100.References.All, .. more],
            new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, allowUnsafe: true, nullableContextOptions: NullableContextOptions.Enable));
        Assert.Empty(compilation.GetDiagnostics().Where(d => d.Severity == DiagnosticSeverity.Error));
        return compilation;
    }
}
