namespace Certify;

using System;

/// <summary>Declares a method, constructor or accessor whose body is empty because nothing is to be done.</summary>
[AttributeUsage(
    AttributeTargets.Method | AttributeTargets.Constructor | AttributeTargets.Property, Inherited = false)]
internal sealed class IntentionallyEmptyAttribute : Attribute
{
    /// <summary>Declares the empty body with its reason.</summary>
    public IntentionallyEmptyAttribute(string reason) { Reason = reason; }

    /// <summary>Why nothing is to be done.</summary>
    public string Reason { get; }
}
