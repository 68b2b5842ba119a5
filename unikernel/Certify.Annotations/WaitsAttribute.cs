namespace Certify;

using System;

/// <summary>Marks a method that can hold its caller up until something happens outside of it.</summary>
[AttributeUsage(AttributeTargets.Method, Inherited = false)]
internal sealed class WaitsAttribute : Attribute
{
    /// <summary>Declares that the method waits, and for what.</summary>
    public WaitsAttribute(string reason) { Reason = reason; }

    /// <summary>What it waits for.</summary>
    public string Reason { get; }
}
