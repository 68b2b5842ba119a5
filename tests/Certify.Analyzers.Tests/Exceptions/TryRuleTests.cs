using Certify.Analyzers.Exceptions;
using Certify.Analyzers.Tests.Verification;

namespace Certify.Analyzers.Tests.Exceptions;

public class TryRuleTests
{
    // @verifies CFY-LLR-028
    [Fact]
    public Task Reports_try_in_every_form() => Verify<TryRule>.Reports("""
        using System;
        static class P
        {
            static void A() { [|try|] { } catch { } }
            static void B() { [|try|] { } finally { } }
            static void C() { [|try|] { } catch (Exception e) when (e is null) { } }
        }
        """);

    [Fact]
    public Task Reports_using_and_lock() => Verify<TryRule>.Reports("""
        using System;
        ref struct R { public void Dispose() { } }
        static class P
        {
            static void A(IDisposable d) { [|using|] (d) { } }
            static void B() { [|using|] var r = new R(); }
            static void C(object o) { [|lock|] (o) { } }
            static void D(System.Threading.Lock l) { [|lock|] (l) { } }
        }
        """);

    [Fact]
    public Task Reports_asynchronous_using() => Verify<TryRule>.Reports("""
        using System;
        using System.Threading.Tasks;
        static class P
        {
            static async Task A(IAsyncDisposable d) { [|await|] using (d) { } }
            static async Task B(IAsyncDisposable d) { [|await|] using var e = d; }
        }
        """);

    [Fact]
    public Task Reports_foreach_whose_enumerator_is_disposed() => Verify<TryRule>.Reports("""
        using System.Collections.Generic;
        static class P
        {
            static int A(List<int> l) { int n = 0; [|foreach|] (var x in l) n += x; return n; }
            static int B(IEnumerable<int> l) { int n = 0; [|foreach|] (var x in l) n += x; return n; }
            static int C(Dictionary<int, int> l) { int n = 0; [|foreach|] (var (k, v) in l) n += v; return n; }
        }
        """);

    [Fact]
    public Task Accepts_foreach_over_array_span_string_and_inline_array() => Verify<TryRule>.Accepts("""
        using System;
        [System.Runtime.CompilerServices.InlineArray(4)]
        struct Four { private int _first; }
        static class P
        {
            static int A(int[] a) { int n = 0; foreach (var x in a) n += x; return n; }
            static int B(ReadOnlySpan<int> a) { int n = 0; foreach (ref readonly var x in a) n += x; return n; }
            static int C(string a) { int n = 0; foreach (var x in a) n += x; return n; }
            static int D(Four a) { int n = 0; foreach (var x in a) n += x; return n; }
        }
        """);

    // @verifies CFY-LLR-028
    [Fact]
    public Task Accepts_struct_enumerator_without_dispose() => Verify<TryRule>.Accepts("""
        struct E { private int _n; public int Current => _n; public bool MoveNext() => _n++ < 3; }
        struct S { public E GetEnumerator() => default; }
        static class P { static int A(S s) { int n = 0; foreach (var x in s) n += x; return n; } }
        """);

    [Fact]
    public Task Accepts_using_directives_and_dispose_called_by_name() => Verify<TryRule>.Accepts("""
        using System;
        using Number = int;
        ref struct R { public void Dispose() { } }
        static class P { static void A() { var r = new R(); r.Dispose(); Number n = 1; } }
        """);

    [Fact]
    public Task Reports_jump_out_of_a_fixed_statement() => Verify<TryRule>.Reports("""
        static unsafe class P
        {
            static int A(int[] a)
            {
                int n = 0;
                for (int i = 0; i < 3; i++)
                {
                    [|fixed|] (int* p = a) { if (*p == 0) break; n += *p; }
                    [|fixed|] (int* p = a) { if (*p == 1) continue; n += *p; }
                    [|fixed|] (int* p = a) { if (*p == 1) goto end; n += *p; }
                }
                end:
                return n;
            }
        }
        """);

    [Fact]
    public Task Accepts_fixed_statement_that_ends_or_returns() => Verify<TryRule>.Accepts("""
        static unsafe class P
        {
            static int A(int[] a)
            {
                fixed (int* p = a)
                {
                    for (int i = 0; i < 3; i++) { if (*p == i) break; }
                    if (*p == 0) return 1;
                    return *p;
                }
            }
        }
        """);

    [Theory]
    [InlineData("fixed (int* p = a) { for (int i = 0; i < 3; i++) { if (*p == i) break; } if (*p == 0) return 1; return *p; }", 0)]
    [InlineData("for (;;) { fixed (int* p = a) { if (*p == 0) break; } } return 0;", 1)]
    public void Compiler_makes_a_region_where_the_rule_says_so(string body, int regions) =>
        Assert.Equal(regions, Compiled.ProtectedRegions($"static unsafe class P {{ static int A(int[] a) {{ {body} }} }}"));

    [Fact]
    public Task Reports_finalizer_and_synchronized_method() => Verify<TryRule>.Reports("""
        using System.Runtime.CompilerServices;
        sealed class C
        {
            ~[|C|]() { }
            [MethodImpl(MethodImplOptions.Synchronized)] void [|A|]() { }
            [MethodImpl(MethodImplOptions.NoInlining)] void B() { }
        }
        """);

    [Fact]
    public Task Reports_jump_beside_a_return_out_of_a_fixed_statement() => Verify<TryRule>.Reports("""
        static unsafe class P
        {
            static int A(int[] a)
            {
                for (;;)
                {
                    [|fixed|] (int* p = a) { if (*p == 0) break; if (*p == 1) return 1; }
                }
                return 0;
            }
        }
        """);
}
