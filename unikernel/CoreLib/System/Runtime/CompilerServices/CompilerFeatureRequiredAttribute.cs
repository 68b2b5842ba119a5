// CONTRACT with the C# compiler.
namespace System.Runtime.CompilerServices;

using Certify;

/// <summary>Names a feature that a reader of the metadata must know.</summary>
[Requirement("KRN-LLR-030")]
[AttributeUsage(AttributeTargets.All, AllowMultiple = true)]
public sealed class CompilerFeatureRequiredAttribute : Attribute
{
    /// <summary>Names the feature.</summary>
    public CompilerFeatureRequiredAttribute(string featureName) { FeatureName = featureName; }

    /// <summary>The feature.</summary>
    public string FeatureName { get; }
}
