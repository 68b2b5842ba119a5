using Certify.Analyzers.DynamicCode;
using Certify.Analyzers.Tests.Verification;

namespace Certify.Analyzers.Tests.DynamicCode;

public class RewritingRuleTests
{
    // @verifies CFY-LLR-226
    [Fact]
    public Task Reports_access_past_the_type() => Verify<RewritingRule>.Reports("""
        using System.Runtime.CompilerServices;
        static class P
        {
            [[|UnsafeAccessor(UnsafeAccessorKind.Field, Name = "_size")|]]
            static extern ref int Size(System.Collections.Generic.List<int> list);
        }
        """, s => s with { Profile = "host" });

    [Fact]
    public Task Reports_interceptors_and_switched_off_access_checks() => Verify<RewritingRule>.Reports("""
        [assembly: [|System.Runtime.CompilerServices.IgnoresAccessChecksTo("Other")|]]
        static class P
        {
            [[|System.Runtime.CompilerServices.InterceptsLocation(1, "data")|]]
            public static void Write() { }
        }
        namespace System.Runtime.CompilerServices
        {
            [AttributeUsage(AttributeTargets.Assembly)] sealed class IgnoresAccessChecksToAttribute(string name) : Attribute { public string Name => name; }
            [AttributeUsage(AttributeTargets.Method)] file sealed class InterceptsLocationAttribute(int version, string data) : Attribute
            { public int Version => version; public string Data => data; }
        }
        """, s => s with { Profile = "host", MayHaveErrors = true });

    [Fact]
    public Task Reports_friends_that_hold_no_tests_and_forwarded_types() => Verify<RewritingRule>.Reports("""
        using System.Runtime.CompilerServices;
        [assembly: [|InternalsVisibleTo("Product.Tools")|]]
        [assembly: [|InternalsVisibleTo("Tests.Product, PublicKey=00")|]]
        [assembly: [|InternalsVisibleTo("Attestation")|]]
        [assembly: [|TypeForwardedTo(typeof(System.Guid))|]]
        """, s => s with { Profile = "host" });

    // @verifies CFY-LLR-226
    [Fact]
    public Task Accepts_friends_that_hold_tests() => Verify<RewritingRule>.Accepts("""
        using System.Runtime.CompilerServices;
        [assembly: InternalsVisibleTo("Product.Tests")]
        [assembly: InternalsVisibleTo("Product.UnitTests, PublicKey=00")]
        [assembly: InternalsVisibleTo("Product.Benchmarks")]
        [assembly: InternalsVisibleTo("Product.Tests.Native")]
        [assembly: InternalsVisibleTo("Benchmark")]
        """, s => s with { Profile = "host" });

    [Fact]
    public Task Accepts_attributes_of_other_kinds() => Verify<RewritingRule>.Accepts("""
        using System.Runtime.CompilerServices;
        static class P { [MethodImpl(MethodImplOptions.NoInlining)] static void A() { } [System.Obsolete("text")] static void B() { } }
        """);

    [Fact]
    public Task Accepts_own_attribute_of_such_a_name() => Verify<RewritingRule>.Accepts("""
        using System;
        [AttributeUsage(AttributeTargets.All)] sealed class InterceptsLocationAttribute : Attribute { }
        [InterceptsLocation] static class P { }
        """);
}
