namespace Certify;

using System;

/// <summary>Marks a value that comes from outside the program: nothing is known of it until it was compared.</summary>
[AttributeUsage(
    AttributeTargets.Parameter | AttributeTargets.Field | AttributeTargets.Property | AttributeTargets.Method | AttributeTargets.Struct,
    Inherited = false)]
internal sealed class ExternalAttribute : Attribute
{
    /// <summary>Names where the value comes from.</summary>
    public ExternalAttribute(string source) { Source = source; }

    /// <summary>The device, port or message that delivers the value.</summary>
    public string Source { get; }
}
