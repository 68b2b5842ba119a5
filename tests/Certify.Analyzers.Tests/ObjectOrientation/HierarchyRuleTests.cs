using Certify.Analyzers.ObjectOrientation;
using Certify.Analyzers.Tests.Verification;

namespace Certify.Analyzers.Tests.ObjectOrientation;

public class HierarchyRuleTests
{
    // @verifies CFY-LLR-141
    [Fact]
    public Task Reports_class_below_a_class_that_is_no_root() => Verify<HierarchyRule>.Reports("""
        class A { }
        sealed class [|B|] : A { }
        sealed class [|C|] : System.Exception { }
        record D; sealed record [|E|] : D;
        """);

    [Fact]
    public Task Reports_second_level_below_a_root() => Verify<HierarchyRule>.Reports("""
        using Certify;
        [ClassHierarchy("two sensors")] abstract class A { }
        abstract class B : A { }
        sealed class [|C|] : B { }
        [ClassHierarchy("deeper")] abstract class D : A { }
        sealed class [|E|] : D { }
        """);

    [Fact]
    public Task Reports_root_that_is_not_abstract_or_has_no_reason() => Verify<HierarchyRule>.Reports("""
        using Certify;
        [ClassHierarchy("")] abstract class A { }
        sealed class [|B|] : A { }
        [ClassHierarchy("open")] class C { }
        sealed class [|D|] : C { }
        """);

    [Fact]
    public Task Reports_interface_two_levels_deep() => Verify<HierarchyRule>.Reports("""
        interface A { }
        interface B : A { }
        interface [|C|] : B { }
        interface [|D|]<T> : System.Collections.Generic.IList<T> { }
        """);

    [Fact]
    public Task Accepts_listed_root_with_direct_classes() => Verify<HierarchyRule>.Accepts("""
        using Certify;
        [ClassHierarchy("two sensors")] abstract class A<T> { }
        sealed class B : A<int> { }
        sealed class C<T> : A<T> { }
        """);

    [Fact]
    public Task Accepts_attributes_structs_and_lone_classes() => Verify<HierarchyRule>.Accepts("""
        using System;
        sealed class M : Attribute { }
        sealed class A { }
        static class B { }
        struct S : IEquatable<S> { public bool Equals(S other) => true; }
        enum E : byte { X }
        """);

    [Fact]
    public Task Accepts_interfaces_one_level_deep() => Verify<HierarchyRule>.Accepts("""
        interface A { }
        interface B { }
        interface C : A, B { }
        struct S : C { }
        """);
}
