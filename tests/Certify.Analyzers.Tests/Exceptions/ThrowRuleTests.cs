using Certify.Analyzers.Exceptions;
using Certify.Analyzers.Tests.Verification;

namespace Certify.Analyzers.Tests.Exceptions;

public class ThrowRuleTests
{
    // @verifies CFY-LLR-027
    [Fact]
    public Task Reports_throw_statement() => Verify<ThrowRule>.Reports("""
        using System;
        static class P { static void A() { [|throw new InvalidOperationException();|] } }
        """);

    [Fact]
    public Task Reports_throw_expression_in_every_position() => Verify<ThrowRule>.Reports("""
        using System;
        static class P
        {
            static int A() => [|throw new Exception()|];
            static string B(string? s) => s ?? [|throw new Exception()|];
            static int C(bool b) => b ? 1 : [|throw new Exception()|];
            static int D(int x) => x switch { 1 => 1, _ => [|throw new Exception()|] };
            static int Q { get => [|throw new Exception()|]; }
        }
        """);

    [Fact]
    public Task Reports_rethrow_and_throw_of_null() => Verify<ThrowRule>.Reports("""
        using System;
        static class P
        {
            static void A() { try { } catch { [|throw;|] } }
            static void B() { [|throw null!;|] }
        }
        """);

    // @verifies CFY-LLR-027
    [Fact]
    public Task Accepts_status_codes() => Verify<ThrowRule>.Accepts("""
        enum Status { Done, OutOfRange }
        static class P
        {
            static Status A(int x, out int y) { y = 0; if (x > 3) return Status.OutOfRange; y = x; return Status.Done; }
        }
        """);

    [Fact]
    public Task Accepts_saturation() => Verify<ThrowRule>.Accepts("""
        static class P { static int A(int x) => x switch { > 100 => 100, < -100 => -100, _ => x }; }
        """);

    [Fact]
    public Task Accepts_the_word_in_names_and_text() => Verify<ThrowRule>.Accepts("""
        static class P { const string Text = "throw"; static int @throw(int x) => x; static int A() => @throw(1); }
        """);

    [Fact]
    public Task Reports_library_members_that_throw() => Verify<ThrowRule>.Reports("""
        using System;
        using System.Threading;
        static class P
        {
            static void A(object? o) => [|ArgumentNullException.ThrowIfNull(o)|];
            static void B(string s) => [|ArgumentException.ThrowIfNullOrEmpty(s)|];
            static void C(int x) => [|ArgumentOutOfRangeException.ThrowIfNegative(x)|];
            static void D(CancellationToken t) => [|t.ThrowIfCancellationRequested()|];
            static void E(Exception e) => [|System.Runtime.ExceptionServices.ExceptionDispatchInfo.Throw(e)|];
            static Action<object?, string?> F() => [|ArgumentNullException.ThrowIfNull|];
            static void G(int code) => [|System.Runtime.InteropServices.Marshal.ThrowExceptionForHR(code)|];
        }
        """);

    [Fact]
    public Task Accepts_own_members_of_such_a_name_and_nameof() => Verify<ThrowRule>.Accepts("""
        using System;
        sealed class Dart : Exception { public static void ThrowAt(int x) { } }
        static class P
        {
            static void A() => Dart.ThrowAt(3);
            static string B() => nameof(ArgumentNullException.ThrowIfNull);
            static void C() => Console.WriteLine("Throw");
        }
        """);
}
