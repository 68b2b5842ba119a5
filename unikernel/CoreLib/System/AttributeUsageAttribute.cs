// CONTRACT with the C# compiler.
namespace System;

using Certify;

/// <summary>Says what an attribute may stand on.</summary>
[Requirement("KRN-LLR-030")]
[AttributeUsage(AttributeTargets.Class, Inherited = true)]
public sealed class AttributeUsageAttribute : Attribute
{
    /// <summary>Allows the attribute on <paramref name="validOn"/>.</summary>
    public AttributeUsageAttribute(AttributeTargets validOn) { ValidOn = validOn; }

    /// <summary>Where the attribute may stand.</summary>
    public AttributeTargets ValidOn { get; }

    /// <summary>Whether it may stand more than once.</summary>
    public bool AllowMultiple { get; set; }

    /// <summary>Whether derived types have it too.</summary>
    public bool Inherited { get; set; }
}
