using Certify.Analyzers.Documentation;
using Certify.Analyzers.Tests.Verification;

namespace Certify.Analyzers.Tests.Documentation;

public class InterfaceDocumentationRuleTests
{
    // @verifies CFY-LLR-228
    [Fact]
    public Task Reports_types_and_members_without_summary() => Verify<InterfaceDocumentationRule>.Reports("""
        struct [|S|] { public bool [|Flag|]; internal bool [|Ready|] { get; set; } public event System.Action? [|Changed|]; }
        /// <summary></summary>
        enum [|E|] { A }
        // <summary>No documentation comment.</summary>
        interface [|I|] { void [|F|](); }
        /// <remarks>Nothing else.</remarks>
        class [|C|] { public [|C|]() { } protected void [|G|]() { } public static C operator [|+|](C a, C b) => a; }
        """);

    [Fact]
    public Task Reports_numbers_without_unit_or_range() => Verify<InterfaceDocumentationRule>.Reports("""
        /// <summary>A message.</summary>
        public struct S
        {
            /// <summary>The height.</summary>
            public float [|Height|];
            /// <summary>The speed.</summary>
            public double [|Speed|] { get; set; }
            /// <summary>Moves it.</summary>
            public void Move(int [|steps|]) { }
            /// <summary>Moves it.</summary>
            /// <param name="x">Along, m.</param>
            /// <param name="y">Across.</param>
            public void Move(long x, long [|y|], nint [|z|]) { }
            /// <summary>Makes it.</summary>
            public S(sbyte [|level|]) { }
        }
        """);

    [Fact]
    public Task Reports_nested_and_partial_types() => Verify<InterfaceDocumentationRule>.Reports("""
        /// <summary>Outer.</summary>
        static partial class Outer
        {
            internal static class [|Inner|] { public static bool [|IsOn|]() => true; }
            extension(bool b) { public bool [|Not|]() => !b; }
        }
        partial class [|Two|] { }
        partial class Two { }
        """);

    // @verifies CFY-LLR-228
    [Fact]
    public Task Accepts_units_ranges_and_names_that_carry_them() => Verify<InterfaceDocumentationRule>.Accepts("""
        /// <summary>A message.</summary>
        public struct S
        {
            /// <summary>The height, ft.</summary>
            public float Height;
            /// <summary>The level, 0 to 5.</summary>
            public int Level;
            /// <summary>A value; finite.</summary>
            public double Value { get; }
            /// <summary>How long to wait.</summary>
            public int TimeoutMs;
            /// <summary>Rolls.</summary>
            [Certify.Unit("deg/s²")] public float Roll;
            /// <summary>Whatever.</summary>
            public const int Limit = 3;
            /// <summary>Moves by <paramref name="x"/> and <paramref name="y"/> metres.</summary>
            public void Move(int x, int y) { }
            /** <summary>Turns by
              * 10 degrees at most.</summary> */
            public void Turn(int angle) { }
            /// <inheritdoc cref="Turn"/>
            public void Bend(int angle) { }
        }
        """);

    [Fact]
    public Task Accepts_what_is_not_an_interface() => Verify<InterfaceDocumentationRule>.Accepts("""
        /// <summary>Shape.</summary>
        interface IShape
        {
            /// <summary>Sides, at least 3.</summary>
            int Sides { get; }
        }
        /// <summary>Square.</summary>
        struct Square(int size) : IShape
        {
            private int _size = size;
            public int Sides => _size;
            private static void Hidden(int x) { }
            public override string ToString() => "";
            private struct Inner { public int X; }
        }
        /// <summary>Point.</summary>
        record struct Point(int X, int Y);
        file static class Local { public static int X; }
        """);

    [Fact]
    public Task Accepts_partial_members_documented_on_one_part() => Verify<InterfaceDocumentationRule>.Accepts("""
        /// <summary>Parts.</summary>
        static partial class Parts
        {
            /// <summary>Turns, 1 to 3.</summary>
            public static partial int Turn(int x);
            public static partial int Turn(int x) => x;
        }
        static partial class Parts { }
        /// <summary>Kinds.</summary>
        enum Kind { A, B }
        """);
}
