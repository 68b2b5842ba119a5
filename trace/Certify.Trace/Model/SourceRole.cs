namespace Certify.Trace.Model;

/// <summary>What a set of C# sources is to the trace.</summary>
public enum SourceRole
{
    /// <summary>Code that requirements are traced to.</summary>
    Code,
    /// <summary>Property tests: methods with [Property] and [Verifies]. Plain xunit methods count only when tagged.</summary>
    Properties,
    /// <summary>
    /// tests of xunit, NUnit or MSTest: methods with [Fact], [Theory], [Test] or [TestMethod] and '// @verifies' comments or [Verifies]. Methods with
    /// [Property] are samples here that a harness is tried on, and count for nothing.
    /// </summary>
    UnitTests,
}
