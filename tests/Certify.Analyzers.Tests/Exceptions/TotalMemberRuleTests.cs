using Certify.Analyzers.Exceptions;
using Certify.Analyzers.Tests.Verification;

namespace Certify.Analyzers.Tests.Exceptions;

public class TotalMemberRuleTests
{
    // @verifies CFY-LLR-175
    [Fact]
    public Task Reports_members_that_throw() => Verify<TotalMemberRule>.Reports("""
        using System;
        static class P { static int A(string s) => [|int.Parse(s)|]; static byte B(double x) => [|Convert.ToByte(x)|]; static void C(int[] a) => [|Array.Copy(a, a, 1)|]; }
        """);

    [Fact]
    public Task Reports_own_members_that_throw_and_their_callers() => Verify<TotalMemberRule>.Reports("""
        static class P
        {
            static int A(int x) => x > 0 ? x : throw new System.Exception();
            static int B(int x) => [|A(x)|];
            static int C(int x) => [|B(x)|];
            static int D(int x) => x;
            static int E(int x) => D(x);
        }
        """);

    [Fact]
    public Task Reports_arguments_outside_their_range() => Verify<TotalMemberRule>.Reports("""
        static class P
        {
            static int A([Certify.Range(0, 10)] int x) => x;
            static int B(int x) => A([|x|]) + A([|11|]) + (x < 12 ? A([|x|]) : 0);
        }
        """);

    // @verifies CFY-LLR-161
    [Fact]
    public Task Reports_fields_and_results_outside_their_range() => Verify<TotalMemberRule>.Reports("""
        struct S { [Certify.Range(0, 100)] public int Level; }
        static class P
        {
            static void A(ref S s, int x) { [|s.Level = x|]; s.Level = 5; [|s.Level -= 6|]; [|s.Level += 200|]; F([|ref s.Level|]); }
            [return: Certify.Range(1, 5)] static int B(int x) => [|x|];
            static void F(ref int x) => x = 7;
        }
        """.Replace("[|s.Level = x|]", "s.Level = [|x|]", StringComparison.Ordinal));

    // @verifies CFY-LLR-161
    [Fact]
    public Task Reports_properties_outside_their_range() => Verify<TotalMemberRule>.Reports("""
        struct S
        {
            public S(int x) { A = [|x|]; B = x > 0 && x < 9 ? x : 0; }
            [Certify.Range(0, 9)] public int A { get; }
            [Certify.Range(0, 9)] public int B { get; }
            [Certify.Range(0, 9)] public int C => A;
            [Certify.Range(0, 9)] public int D => [|A + B|];
            public int E([Certify.Range(0, 9)] int x) => E(A) + E(D) + E([|A + B|]);
        }
        """);

    [Fact]
    public Task Checks_preconditions_that_are_open() => Verify<TotalMemberRule>.Checks("""
        using System;
        static class P
        {
            static int A(int x) => [|Math.Abs(x)|];
            static int B(int x, int y) => [|Math.Clamp(0, x, y)|];
            static void C(Span<int> s, Span<int> t) => [|s.CopyTo(t)|];
            static int D(int? x) => [|x.Value|];
            static uint E(ReadOnlySpan<byte> s) => [|System.Buffers.Binary.BinaryPrimitives.ReadUInt32LittleEndian(s)|];
        }
        """);

    [Fact]
    public Task Accepts_proved_preconditions() => Verify<TotalMemberRule>.Proves("""
        using System;
        static class P
        {
            static int A(int x) => x > int.MinValue ? Math.Abs(x) : 0;
            static int B(int x) => Math.Clamp(x, 0, 10);
            static void C(Span<int> s, Span<int> t) { if (s.Length <= t.Length) s.CopyTo(t); }
            static uint D(ReadOnlySpan<byte> s) => s.Length >= 4 ? System.Buffers.Binary.BinaryPrimitives.ReadUInt32LittleEndian(s) : 0;
        }
        """);

    // @verifies CFY-LLR-161
    [Fact]
    public Task Accepts_values_inside_their_range() => Verify<TotalMemberRule>.Proves("""
        struct S { [Certify.Range(0, 100)] public int Level; }
        static class P
        {
            static int A([Certify.Range(0, 10)] int x) => x;
            static int B([Certify.Range(3, 10)] int x, int y) => A(x) + A(10) + (y is >= 0 and < 11 ? A(y) : 0);
            static void C(ref S s) { if (s.Level < 100) s.Level++; }
            [return: Certify.Range(1, 5)] static int D(int x) => x > 0 && x < 6 ? x : 1;
            static int E() => A(D(3));
        }
        """);

    [Fact]
    public Task Accepts_total_members() => Verify<TotalMemberRule>.Proves("""
        using System;
        static class P { static bool A(string s, out int x) => int.TryParse(s, out x); static int B(int x) => Math.Min(x, 3) + C(x); static int C(int x) => x; static double D(double x) => Math.Abs(x); }
        """);

    [Fact]
    public Task Reports_every_member_of_the_library_that_is_known_to_throw() => Verify<TotalMemberRule>.Reports("""
        using System;
        using System.Collections.Generic;
        using System.Linq;
        static class P
        {
            static int A(int[] a) => [|a.First()|] + [|a.Last()|] + [|a.Single()|] + [|a.ElementAt(3)|] + [|a.Aggregate((x, y) => x + y)|];
            static double B(int[] a) => [|Enumerable.Max(a)|] + [|Enumerable.Min(a)|] + [|a.Average()|];
            static void C() => [|Environment.FailFast("text")|];
            static void D() => [|Environment.Exit(1)|];
            static void E(int[] a) { [|Buffer.BlockCopy(a, 0, a, 0, 4)|]; [|Array.Resize(ref a, 3)|]; _ = [|Array.CreateInstance(typeof(int), 3)|]; }
            static int F(Stack<int> s, Queue<int> q) => [|s.Pop()|] + [|s.Peek()|] + [|q.Dequeue()|];
            static byte[] G(string s) => [|Convert.FromHexString(s)|];
            static DateTime H(string s) => [|DateTime.ParseExact(s, "d", null)|];
        }
        """);

    [Fact]
    public Task Accepts_other_members_of_the_same_types() => Verify<TotalMemberRule>.Proves("""
        using System;
        using System.Collections.Generic;
        using System.Linq;
        static class P
        {
            static int A(int[] a) => a.Count() + Environment.ExitCode + Buffer.ByteLength(a) + Array.IndexOf(a, 3);
            static bool B(object o) => Convert.IsDBNull(o);
            static void C(Stack<int> s, Queue<int> q) { s.Push(1); q.Enqueue(1); }
            static string D(int? x) => nameof(x.Value);
        }
        """);

    [Fact]
    public Task Accepts_own_members_with_names_of_the_library_and_a_throwing_attribute() => Verify<TotalMemberRule>.Proves("""
        static class Convert { public static byte ToByte(int x) => 1; }
        static class Environment { public static void Exit(int x) { } }
        sealed class MarkAttribute : System.Attribute { public MarkAttribute() => throw new System.Exception(); }
        [Mark]
        static class P { static byte A() { Environment.Exit(1); return Convert.ToByte(1) ; } static int Parse(string s) => 1; static int B() => Parse("1"); }
        """);
}
