using Certify.Analyzers.ObjectOrientation;
using Certify.Analyzers.Tests.Verification;

namespace Certify.Analyzers.Tests.ObjectOrientation;

public class ClosedTypeRuleTests
{
    // @verifies CFY-LLR-140
    [Fact]
    public Task Reports_class_that_anyone_can_derive_from() => Verify<ClosedTypeRule>.Reports("""
        class [|A|] { }
        public class [|B|]<T> { class [|Inner|] { } }
        record [|C|](int X);
        file class [|D|](int x) { public int X => x; }
        """);

    [Fact]
    public Task Reports_abstract_class_that_is_not_listed() => Verify<ClosedTypeRule>.Reports("""
        abstract class [|A|] { public abstract int F(); }
        abstract record [|B|];
        """);

    [Fact]
    public Task Reports_list_entry_without_a_reason() => Verify<ClosedTypeRule>.Reports("""
        using Certify;
        [ClassHierarchy(" ")] abstract class [|A|] { }
        [ClassHierarchy("open for all")] class [|B|] { }
        """);

    [Fact]
    public Task Accepts_static_and_sealed_classes() => Verify<ClosedTypeRule>.Accepts("""
        static class A { static class Inner { } }
        sealed class B { }
        sealed record C(int X);
        sealed class D<T> { }
        """);

    [Fact]
    public Task Accepts_structs_interfaces_enums_and_delegates() => Verify<ClosedTypeRule>.Accepts("""
        struct A { }
        ref struct B { }
        record struct C(int X);
        interface I { }
        enum E { X }
        delegate void F();
        static class G { extension(int x) { public int Twice() => x * 2; } }
        """);

    [Fact]
    public Task Accepts_listed_abstract_root_and_top_level_program() => Verify<ClosedTypeRule>.Accepts("""
        using Certify;
        System.Console.Write(1);
        [ClassHierarchy("two sensors, substitutability in section 4")] abstract class A { }
        """, snippet => snippet with { Output = Microsoft.CodeAnalysis.OutputKind.ConsoleApplication });
}
