namespace Certify;

using System;

/// <summary>Lets callers leave a result unread: of the tagged method, or of the tagged out parameter.</summary>
[AttributeUsage(AttributeTargets.Method | AttributeTargets.Parameter, Inherited = false)]
internal sealed class MayIgnoreAttribute : Attribute
{
    /// <summary>Allows it with the reason why nothing is lost.</summary>
    public MayIgnoreAttribute(string reason) { Reason = reason; }

    /// <summary>Why a caller that does not look loses nothing.</summary>
    public string Reason { get; }
}
