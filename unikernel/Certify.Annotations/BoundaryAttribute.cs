namespace Certify;

using System;

/// <summary>Declares a type as the place where C# meets code of another language: its extern members are reviewed there.</summary>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Struct, Inherited = false)]
internal sealed class BoundaryAttribute : Attribute
{
    /// <summary>Declares the boundary with the reason for it.</summary>
    public BoundaryAttribute(string reason) { Reason = reason; }

    /// <summary>What lies on the other side, and why it cannot be C#.</summary>
    public string Reason { get; }
}
