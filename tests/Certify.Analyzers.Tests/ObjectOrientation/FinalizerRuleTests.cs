using Certify.Analyzers.ObjectOrientation;
using Certify.Analyzers.Tests.Verification;

namespace Certify.Analyzers.Tests.ObjectOrientation;

public class FinalizerRuleTests
{
    // @verifies CFY-LLR-148
    [Fact]
    public Task Reports_finalizers() => Verify<FinalizerRule>.Reports("""
        sealed class A { ~[|A|]() { } }
        class B<T> { ~[|B|]() { } }
        record C { ~[|C|]() { } }
        """);

    [Fact]
    public Task Reports_disposable_types() => Verify<FinalizerRule>.Reports("""
        using System;
        using System.Threading.Tasks;
        sealed class [|A|] : IDisposable { public void Dispose() { } }
        struct [|B|] : IAsyncDisposable { public ValueTask DisposeAsync() => default; }
        ref struct C { public void [|Dispose|]() { } }
        interface [|I|] : IDisposable { }
        """);

    [Fact]
    public Task Reports_using() => Verify<FinalizerRule>.Reports("""
        using System;
        sealed class [|A|] : IDisposable { public void Dispose() { } }
        static class P
        {
            static void F() { [|using|] (new A()) { } [|using|] var a = new A(); [|using|] (var b = new A()) { } }
            static async System.Threading.Tasks.Task G(IAsyncDisposable d) { await [|using|] (d) { } await [|using|] var e = d; }
        }
        """);

    [Fact]
    public Task Accepts_using_directives_and_other_names() => Verify<FinalizerRule>.Accepts("""
        using System;
        using static System.Math;
        using N = System.Int32;
        struct A { public void Close() { } public void Release() { } }
        """);

    [Fact]
    public Task Accepts_dispose_that_is_no_protocol() => Verify<FinalizerRule>.Accepts("""
        static class A { public static void Dispose() { } }
        struct B { public void Dispose(int slot) { } }
        """);

    [Fact]
    public Task Accepts_declarations_and_other_protocols() => Verify<FinalizerRule>.Accepts("""
        using System;
        struct A : IEquatable<A> { public bool Equals(A other) { var x = 1; const int y = 2; return x == y; } }
        interface IDisposable { }
        struct B : IDisposable { }
        """);
}
