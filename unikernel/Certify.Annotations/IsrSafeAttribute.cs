namespace Certify;

using System;

/// <summary>Says that interrupt handlers may call the member: it never waits, and its time is short.</summary>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Struct | AttributeTargets.Method | AttributeTargets.Property | AttributeTargets.Constructor, Inherited = false)]
internal sealed class IsrSafeAttribute : Attribute
{
    /// <summary>Declares the member, or all members of the type, with the reason.</summary>
    public IsrSafeAttribute(string reason) { Reason = reason; }

    /// <summary>Why its time is short.</summary>
    public string Reason { get; }
}
