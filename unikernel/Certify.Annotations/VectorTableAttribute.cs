namespace Certify;

using System;

/// <summary>Declares a read-only table of functions; each of its entries counts as called by whoever calls through it.</summary>
[AttributeUsage(AttributeTargets.Field, Inherited = false)]
internal sealed class VectorTableAttribute : Attribute
{
    /// <summary>Declares the table with the reason for it.</summary>
    public VectorTableAttribute(string reason) { Reason = reason; }

    /// <summary>Why the target is chosen by number and not by a switch.</summary>
    public string Reason { get; }
}
