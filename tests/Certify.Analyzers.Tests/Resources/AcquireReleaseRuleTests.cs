using Certify.Analyzers.Resources;
using Certify.Analyzers.Tests.Verification;

namespace Certify.Analyzers.Tests.Resources;

public class AcquireReleaseRuleTests
{
    private const string Port = """

        [Certify.HardwareType("port")] static class Port
        {
            [Certify.Acquire("port")] public static void Open() { }
            [Certify.Release("port")] public static void Close() { }
            [Certify.Acquire("irq")] public static void Mask() { }
            [Certify.Release("irq")] public static void Unmask() { }
        }
        """;

    // @verifies CFY-LLR-204
    [Fact]
    public Task Reports_resource_that_stays_held_on_a_path() => Verify<AcquireReleaseRule>.Reports("""
        static class P
        {
            static void A(bool b) { [|Port.Open()|]; if (b) { return; } Port.Close(); }
            static void B() { [|Port.Open()|]; }
            static void C(bool b) { [|Port.Open()|]; if (b) { Port.Close(); } }
            static void D(int n) { Port.Mask(); [|Port.Open()|]; Port.Unmask(); }
        }
        """ + Port);

    [Fact]
    public Task Reports_taking_twice_and_giving_back_what_is_free() => Verify<AcquireReleaseRule>.Reports("""
        static class P
        {
            static void A() { Port.Open(); [|Port.Open()|]; Port.Close(); }
            static void B() { [|Port.Close()|]; }
            static void C(bool b) { if (b) { Port.Open(); } [|Port.Close()|]; }
            static void D(int n) { for (int i = 0; i < n; i++) { Port.Open(); Port.Close(); [|Port.Close()|]; } }
            static void E() { Port.Open(); Port.Close(); L(); void L() { [|Port.Unmask()|]; } }
        }
        """ + Port);

    [Fact]
    public Task Reports_annotated_functions_that_do_not_keep_their_word() => Verify<AcquireReleaseRule>.Reports("""
        using Certify;
        static class P
        {
            [Acquire("port")] static void A(bool b) { if (b) { [|Port.Open()|]; } }
            [Release("port")] static void B(bool b) { [|Port.Open()|]; Port.Close(); }
            [Acquire("port")] static void [|C|]() { }
            [Release("irq")] static void [|D|]() { int n = 1; _ = n; }
        }
        """ + Port);

    // @verifies CFY-LLR-204
    [Fact]
    public Task Accepts_pairs_on_every_path() => Verify<AcquireReleaseRule>.Accepts("""
        static class P
        {
            static int A(bool b) { Port.Open(); if (b) { Port.Close(); return 1; } Port.Close(); return 2; }
            static void B(int n) { for (int i = 0; i < n; i++) { Port.Open(); Port.Close(); } }
            static void C() { Port.Mask(); Port.Open(); Port.Close(); Port.Unmask(); }
            static void D() { Port.Open(); try { _ = 1; } finally { Port.Close(); } }
            static int E(int n) { Port.Open(); int r = n switch { 1 => 2, _ => 3 }; Port.Close(); return r; }
        }
        """ + Port);

    [Fact]
    public Task Accepts_functions_that_hand_the_duty_on() => Verify<AcquireReleaseRule>.Accepts("""
        using Certify;
        static class P
        {
            [Acquire("port")] static void Begin() { Port.Mask(); Port.Open(); Port.Unmask(); }
            [Release("port")] static void End() { Port.Close(); }
            static void Use() { Begin(); End(); }
            [Acquire("port")] static extern void Native();
        }
        """ + Port);

    [Fact]
    public Task Accepts_paths_that_never_end_and_other_names() => Verify<AcquireReleaseRule>.Accepts("""
        static class P
        {
            static void A() { Port.Open(); while (true) { } }
            static void B() { Port.Open(); throw new System.Exception(); }
            static void C() { Open(); }
            static void Open() { }
            static string N() => nameof(Port.Open);
        }
        """ + Port);
}
