using Certify.Analyzers.Documentation;
using Certify.Analyzers.Tests.Verification;

namespace Certify.Analyzers.Tests.Documentation;

public class NamingRuleTests
{
    // @verifies CFY-LLR-231
    [Fact]
    public Task Reports_letters_outside_ascii_and_unusual_case() => Verify<NamingRule>.Reports("""
        interface [|Shape|] { }
        interface [|Ishape|] { }
        static class [|control|]
        {
            private const int [|max_value|] = 1;
            private static int [|count|];
            private static readonly int [|Max_Count|] = 2;
            public static int [|höhe|](int [|Wide|], int [|größe|]) => count;
            static int [|Do_it|]() => 1;
        }
        struct S { private int [|level|]; private int [|_Level_x|]; public int [|value|] { get; set; } }
        """);

    [Fact]
    public Task Reports_names_that_look_alike() => Verify<NamingRule>.Reports("""
        static class P
        {
            private const int Limit1 = 1;
            private const int [|Limitl|] = 2;
            private const int Goto = 3;
            private const int [|G0to|] = 4;
            private static void Reset() { }
            private static void [|ReSet|]() { }
        }
        """);

    [Fact]
    public Task Reports_public_types_in_files_of_other_names() => Verify<NamingRule>.Reports("""
        namespace N;
        public struct [|First|] { public struct Inner { } }
        public enum [|Second|] { A }
        static class Third { }
        """);

    // @verifies CFY-LLR-231
    [Fact]
    public Task Accepts_usual_names() => Verify<NamingRule>.Accepts("""
        interface IShape<TSize> { TSize Size { get; } }
        record struct Point(int X, int Y);
        static class Control
        {
            private const int Max = 1;
            private static int s_count;
            private static readonly int Table = 2;
            private static readonly int s_table = 2;
            public static int Do(int wide, int _unused, bool @is) => s_count + Max + s_table + Table;
            public static int Do(long wide) => 1;
            [System.Runtime.InteropServices.DllImport("c")] static extern int getpid();
        }
        struct S { private int _level; public int Level { get => _level; set => _level = value; } public static S operator +(S a, S b) => a; }
        """);

    [Fact]
    public Task Accepts_public_type_in_its_file() => Verify<NamingRule>.Accepts("""
        namespace N { public struct Snippet { } public struct Snippet<T> { } static class Helper { } }
        """);

    [Fact]
    public Task Accepts_part_of_a_type_in_a_file_with_a_second_word() => Verify<NamingRule>.Accepts("""
        public static partial class Snippet { }
        """, s => s with { Path = "/project/Snippet.Part.cs" });
}
