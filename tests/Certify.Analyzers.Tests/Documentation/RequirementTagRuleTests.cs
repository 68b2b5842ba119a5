using Certify.Analyzers.Documentation;
using Certify.Analyzers.Tests.Verification;
using Microsoft.CodeAnalysis;

namespace Certify.Analyzers.Tests.Documentation;

public class RequirementTagRuleTests
{
    // @verifies CFY-LLR-032
    [Fact]
    public Task Reports_untagged_members() => Verify<RequirementTagRule>.Reports("""
        using Certify;
        static class P
        {
            static void [|A|]() { }
            static int [|Q|] => 1;
            [Requirement("FM-LLR-001")] static void B() { }
            static int [|R|] { get => field; set; }
        }
        """);

    [Fact]
    public Task Reports_untagged_data_types() => Verify<RequirementTagRule>.Reports("""
        enum [|Mode|] { Off, On }
        static class [|Limits|] { public const int Frames = 4; }
        struct [|State|] { public int X; }
        static class Group { public enum [|Inner|] { A } }
        """);

    [Fact]
    public Task Reports_empty_requirement() => Verify<RequirementTagRule>.Reports("""
        using Certify;
        [Requirement("")] struct [|S|] { public int X; }
        """);

    [Fact]
    public Task Reports_untagged_forms_of_newer_csharp() => Verify<RequirementTagRule>.Reports("""
        interface I { int [|F|]() => 1; }
        struct [|S|](int x) { public int [|X|] => x; public static S operator [|+|](S a, S b) => a; }
        file struct [|T|] { public int X; }
        static class P { extension(int x) { public int [|Twice|] => x + x; } }
        """);

    [Fact]
    public Task Reports_top_level_statements() => Verify<RequirementTagRule>.Reports(
        "[|int x = 1; x++;|]", s => s with { Output = OutputKind.ConsoleApplication });

    // @verifies CFY-LLR-032
    [Fact]
    public Task Accepts_tag_on_the_type_or_around_it() => Verify<RequirementTagRule>.Accepts("""
        using Certify;
        [Requirement("FM-LLR-001")]
        static partial class P
        {
            static void A() { Local(); void Local() { } }
            static int Q => 1;
            enum Mode { Off }
            struct Inner { public int X; public int Twice() => X + X; }
            extension(int x) { public int Half => x / 2; }
        }
        partial class P { static void B() { } }
        """);

    [Fact]
    public Task Accepts_tag_on_each_member() => Verify<RequirementTagRule>.Accepts("""
        using Certify;
        struct S
        {
            private int _x;
            [Requirement("FM-LLR-001"), Requirement("FM-LLR-002")] public S(int x) { _x = x; }
            [Requirement("FM-LLR-003")] public int X { get => _x; set => _x = value; }
            [Requirement("FM-LLR-004")] public static S operator -(S s) => s;
        }
        """);

    [Fact]
    public Task Accepts_abstract_interface_members_and_attributes() => Verify<RequirementTagRule>.Accepts("""
        interface I<T> { static abstract void Step(ref T state); int X { get; } }
        sealed class NoteAttribute : System.Attribute { public NoteAttribute(string text) { Text = text; } public string Text { get; } }
        """);
}
