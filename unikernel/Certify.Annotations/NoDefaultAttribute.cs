namespace Certify;

using System;

/// <summary>Marks a struct whose value with all bits zero breaks its contract, so that it is made by a constructor only.</summary>
[AttributeUsage(AttributeTargets.Struct, Inherited = false)]
internal sealed class NoDefaultAttribute : Attribute
{
    /// <summary>Declares the struct with the reason.</summary>
    public NoDefaultAttribute(string reason) { Reason = reason; }

    /// <summary>What the zero value breaks.</summary>
    public string Reason { get; }
}
