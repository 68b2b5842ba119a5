using Certify.Coverage.Recording;
using Certify.Facts;

namespace Certify.Coverage.Tests.Recording;

public class ImageMembersTests
{
    private const string Text = """
        using System.Runtime.CompilerServices;
        namespace System.Runtime.CompilerServices { internal sealed class IntrinsicAttribute : System.Attribute { } }
        namespace N
        {
            public interface IStep { static abstract int Step(int n); }
            public struct App : IStep
            {
                private int _seed = Seed();
                public App() { }
                public static int Step(int n) => Inlined(n) + (new App())._seed;
                private static int Inlined(int n) => n + 1;
                private static int Seed() => 3;
                public static int Unused(int n) => n;
                public int Value { get => Helper(); set => _seed = value; }
                private static int Helper() => 4;
            }
            public static class Machine
            {
                public static int Run<T>(int n) where T : IStep => T.Step(n) + Fast(n);
                [Intrinsic] public static int Fast(int n) => n;
                public static int Loop(int n) { foreach (var x in new Bag()) n += x; return n; }
            }
            public struct Bag { public Bag GetEnumerator() => this; public int Current => 1; public bool MoveNext() => false; }
        }
        """;

    private static readonly InstrumentedProgram s_program = InstrumentedProgram.Of(Text);

    private static IEnumerable<string> From(int line)
    {
        var members = ImageMembers.Of(s_program.Map, [new SourcePlace("src/Sample.cs", line)]);
        return s_program.Map.Statements.Where(members.Contains).Select(s => s.Member).Distinct();
    }

    [Fact]
    public void Callees_are_in_the_image_without_a_function_of_their_own()
    {
        Assert.Equal(
            ["M:N.App.Step(System.Int32)", "M:N.App.Inlined(System.Int32)", "M:N.App.Seed"], From(10));
    }

    [Fact]
    public void Interface_calls_reach_every_implementation_but_not_intrinsics() => Assert.Equal(
        ["M:N.App.Step(System.Int32)", "M:N.App.Inlined(System.Int32)", "M:N.App.Seed", "M:N.Machine.Run``1(System.Int32)"], From(19));

    [Fact]
    public void Foreach_calls_its_enumerator() =>
        Assert.Equal(["M:N.Machine.Loop(System.Int32)", "M:N.Bag.GetEnumerator", "M:N.Bag.get_Current", "M:N.Bag.MoveNext"], From(21));

    [Fact]
    public void Innermost_member_around_the_line_counts() =>
        Assert.Equal(["M:N.App.get_Value", "M:N.App.set_Value(System.Int32)", "M:N.App.Helper"], From(14));

    [Fact]
    public void Functions_of_other_files_are_ignored() =>
        Assert.Empty(ImageMembers.Of(s_program.Map, [new SourcePlace("boot.S", 10)]).Ids);
}
