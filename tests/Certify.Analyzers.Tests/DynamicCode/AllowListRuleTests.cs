using Basic.Reference.Assemblies;
using Certify.Analyzers.DynamicCode;
using Certify.Analyzers.Tests.Verification;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Certify.Analyzers.Tests.DynamicCode;

public class AllowListRuleTests
{
    // @verifies CFY-LLR-031
    [Fact]
    public Task Reports_library_calls_and_properties() => Verify<AllowListRule>.Reports("""
        using System;
        static class P
        {
            static double A(double x) => [|Math.Sin(x)|];
            static int B() => [|Environment.TickCount|];
            static void C() => [|GC.Collect()|];
            static int D(int x) => [|Math.Abs(x)|];
            static int E(int x) => System.Runtime.CompilerServices.Unsafe.As<int, int>(ref x);
        }
        """);

    [Fact]
    public Task Reports_creations_operators_and_conversions() => Verify<AllowListRule>.Reports("""
        static class P
        {
            static decimal [|A|](int x) => x;
            static object B() => [|new System.Text.StringBuilder()|];
            static System.Half [|C|](float x) => [|(System.Half)x|];
        }
        """);

    [Fact]
    public Task Reports_types_in_declarations() => Verify<AllowListRule>.Reports("""
        using System;
        using System.Collections.Generic;
        struct [|S|] : IDisposable { public void Dispose() { } }
        static class P
        {
            static DateTime [|s_time|];
            static void [|A|](List<int> l) { Guid [|g = default|]; }
            static Span<TimeSpan> [|B|] => default;
            static void [|C|](dynamic d) { }
        }
        """);

    [Fact]
    public Task Reports_attributes_with_an_effect() => Verify<AllowListRule>.Reports("""
        using System.Runtime.InteropServices;
        static class P
        {
            [[|DllImport("libc")|]] static extern int getpid();
            [[|System.Diagnostics.CodeAnalysis.SuppressMessage("a", "CFY1001")|]] static void A() { }
        }
        """);

    [Fact]
    public Task Reports_call_behind_a_query_and_in_a_generic_constraint() => Verify<AllowListRule>.Reports("""
        using System.Numerics;
        static class P
        {
            static T [|A|]<T>(T a, T b) where T : IAdditionOperators<T, T, T> => [|a + b|];
            static void Take<T>(T t) { }
            static void B() => [|Take(default(System.Guid))|];
        }
        """);

    // @verifies CFY-LLR-031
    [Fact]
    public Task Accepts_listed_members() => Verify<AllowListRule>.Accepts("""
        using System;
        static class P
        {
            static float A(float x) => float.IsNaN(x) ? 0 : Math.Min(Math.Abs(x), float.MaxValue);
            static int B(ReadOnlySpan<int> s) => s.Length > 0 ? s[0] + s[1..2][0] : int.MinValue;
            static int C(Span<int> s, string t, int[] a) => Math.Max(s.Length, t.Length) + a.Length + t[0];
            static ReadOnlySpan<int> D(Span<int> s) => s;
        }
        """);

    [Fact]
    public Task Accepts_members_of_the_program_itself() => Verify<AllowListRule>.Accepts("""
        using System.Runtime.InteropServices;
        [StructLayout(LayoutKind.Sequential)]
        struct S { public int X; public static S operator +(S a, S b) => new() { X = a.X + b.X }; }
        interface I { static abstract int F(); }
        static class P
        {
            extension(S s) { public int Twice => s.X + s.X; }
            static int A<T>(S s) where T : I => (s + s).Twice + T.F();
            const string Name = nameof(System.DateTime.Now);
        }
        """);

    [Fact]
    public Task Accepts_what_the_project_lists() => Verify<AllowListRule>.Accepts("""
        using System;
        static class P { static double A(double x) => Math.Sin(x); static TimeSpan B() => TimeSpan.Zero; }
        """, s => s with { AllowFile = "# reviewed\nM:System.Math.Sin(System.Double)\nT:System.TimeSpan\nF:System.TimeSpan.*\n" });

    [Fact]
    public void Every_listed_id_names_a_member_of_the_base_library()
    {
        var compilation = CSharpCompilation.Create("x", references: Net100.References.All);
        var unknown = AllowList.BuiltIn
            .Where(id => !id.EndsWith('*'))
            .Where(id => !Exists(id, compilation));
        Assert.Empty(unknown);
    }

    [Fact]
    public void Every_listed_id_names_a_member_of_the_unikernel_s_core_library()
    {
        // The first two stand in a file that the build adds to the host assembly only; the third, the
        // indexer of string, has another metadata name there.
        string[] apart =
        [
            "T:System.Runtime.Versioning.TargetFrameworkAttribute",
            "T:System.Runtime.CompilerServices.InternalsVisibleToAttribute",
            "P:System.String.Chars(System.Int32)",
        ];
        var folder = Path.Combine(Repository.Root, "unikernel", "CoreLib");
        var sources = Directory.GetFiles(folder, "*.cs", SearchOption.AllDirectories)
            .Select(path => CSharpSyntaxTree.ParseText(File.ReadAllText(path), new CSharpParseOptions(LanguageVersion.CSharp14)));
        var compilation = CSharpCompilation.Create("CoreLib", sources);
        var missing = AllowList.BuiltIn
            .Where(id => !id.EndsWith('*') && !apart.Contains(id))
            .Where(id => !Exists(id, compilation));
        Assert.Empty(missing);
    }

    // Roslyn does not find an indexer of another name than "Item" by its id.
    private static bool Exists(string id, CSharpCompilation compilation)
    {
        if (DocumentationCommentId.GetFirstSymbolForDeclarationId(id, compilation) is not null) return true;
        var type = compilation.GetTypeByMetadataName(id.Split('(')[0][2..id.Split('(')[0].LastIndexOf('.')]);
        return type?.GetMembers().Any(member => member.GetDocumentationCommentId() == id) == true;
    }

    [Fact]
    public Task Reports_types_that_expressions_and_constraints_name() => Verify<AllowListRule>.Reports("""
        using System;
        static class Box<T> where T : struct { public static int Count() => 0; }
        delegate DateTime [|Clock|]();
        interface [|IMine|]<T> where T : IComparable { }
        static class P
        {
                        static int [|Count|](in Guid g) => 0;
            static int B() => [|Box<TimeSpan>.Count()|];
            static bool C(object o) => [|o is Version|];
            static bool D(object o) => o is [|Version { }|];
            static unsafe int E() => [|sizeof(Half)|];
            static void [|F|]<T>(T t) where T : IFormattable { }
        }
        """);

    [Fact]
    public Task Reports_types_that_take_the_place_of_a_library_type() => Verify<AllowListRule>.Reports("""
        namespace System { internal struct [|Span|]<T> { private struct Inner { } } }
        namespace System.Numerics { internal static class [|Own|] { } }
        """, s => s with { MayHaveErrors = true });

    [Fact]
    public Task Accepts_own_namespaces_that_end_in_the_library_name() => Verify<AllowListRule>.Accepts("""
        namespace Flight.System { internal struct Span<T> { } }
        namespace SystemTest { internal struct Span<T> { } }
        """);

    [Fact]
    public Task Accepts_library_types_of_the_core_library() => Verify<AllowListRule>.Accepts(
        "namespace System { internal struct Own { } }", s => s with { Path = "/core/Own.cs", CoreRoot = "/core" });
}
