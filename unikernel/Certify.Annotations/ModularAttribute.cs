namespace Certify;

using System;

/// <summary>
/// Declares that arithmetic of the tagged member or type wraps round on purpose (counters modulo 2^n, checksums, bit
/// patterns): there, and only there, <c>unchecked</c> is allowed.
/// </summary>
[AttributeUsage(
    AttributeTargets.Class | AttributeTargets.Struct | AttributeTargets.Method | AttributeTargets.Property | AttributeTargets.Constructor,
    Inherited = false)]
internal sealed class ModularAttribute : Attribute
{
    /// <summary>Declares it with the reason why the wrapped value is the right one.</summary>
    public ModularAttribute(string reason) { Reason = reason; }

    /// <summary>Why the wrapped value is the right one.</summary>
    public string Reason { get; }
}
