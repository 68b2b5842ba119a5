using System.Reflection;
using System.Reflection.Emit;
using Certify.Facts;

namespace Certify.Testing.Tests;

public class PropertyCatalogueTests
{
    private static readonly PropertyCatalogue s_catalogue = PropertyCatalogue.From(typeof(SampleProperties).Assembly);

    // @verifies CFY-LLR-041
    [Fact]
    public void Reads_id_title_kind_requirements_and_cases()
    {
        PropertyEntry entry = s_catalogue.Entries.Single(e => e.Method.Name == "Wrong_streak");
        Assert.Equal("M:Certify.Testing.Tests.SampleProperties.Wrong_streak", entry.TestId);
        Assert.Equal("Streak never exceeds two", entry.Title);
        Assert.Equal(TestKind.Robustness, entry.Kind);
        Assert.Equal(["T-LLR-001", "T-LLR-002"], entry.Requirements);
        Assert.Equal(100, entry.Cases);
    }

    [Fact]
    public void Entries_are_in_ordinal_order_of_id() =>
        Assert.Equal(s_catalogue.Entries.Select(e => e.TestId).Order(StringComparer.Ordinal), s_catalogue.Entries.Select(e => e.TestId));

    // @verifies CFY-LLR-041
    [Theory]
    [InlineData("No_requirement", "names no requirement")]
    [InlineData("No_property", "no [Property]")]
    [InlineData("Wrong_type", "returns 'Int32'")]
    [InlineData("Not_static", "not a public static method")]
    [InlineData("Hidden", "not a public static method")]
    [InlineData("With_parameter", "takes parameters")]
    [InlineData("Twice", "names a requirement twice")]
    [InlineData("No_cases", "asks for 0 cases")]
    [InlineData("Same_title", "title of another property")]
    public void Names_malformed_property(string method, string message)
    {
        CatalogueError error = Assert.Single(s_catalogue.Errors, e => e.TestId.EndsWith("." + method, StringComparison.Ordinal));
        Assert.Contains(message, error.Message);
    }

    [Fact]
    public void Well_formed_properties_have_no_error() =>
        Assert.DoesNotContain(s_catalogue.Errors, e => e.TestId.Contains(".SampleProperties."));

    [Fact]
    public void Assembly_without_properties_is_an_error()
    {
        var empty = AssemblyBuilder.DefineDynamicAssembly(new AssemblyName("Empty"), AssemblyBuilderAccess.Run);
        empty.DefineDynamicModule("Empty");
        PropertyCatalogue catalogue = PropertyCatalogue.From(empty);
        Assert.Empty(catalogue.Entries);
        Assert.Contains("no property", Assert.Single(catalogue.Errors).Message);
    }
}

public class MalformedProperties
{
    [Property("a")] public static SequenceProperty<SampleInputs, SampleOutputs> No_requirement() => null!;
    [Verifies("X")] public static SequenceProperty<SampleInputs, SampleOutputs> No_property() => null!;
    [Property("b"), Verifies("X")] public static int Wrong_type() => 0;
    [Property("c"), Verifies("X")] public SequenceProperty<SampleInputs, SampleOutputs> Not_static() => null!;
    [Property("d"), Verifies("X")] internal static SequenceProperty<SampleInputs, SampleOutputs> Hidden() => null!;
    [Property("e"), Verifies("X")] public static SequenceProperty<SampleInputs, SampleOutputs> With_parameter(int n) => null!;
    [Property("f"), Verifies("X"), Verifies("X")] public static SequenceProperty<SampleInputs, SampleOutputs> Twice() => null!;
    [Property("g", Cases = 0), Verifies("X")] public static SequenceProperty<SampleInputs, SampleOutputs> No_cases() => null!;
    [Property("same"), Verifies("X")] public static SequenceProperty<SampleInputs, SampleOutputs> Same_title() => null!;
    [Property("same"), Verifies("X")] public static SequenceProperty<SampleInputs, SampleOutputs> Has_title_first() => null!;
}
