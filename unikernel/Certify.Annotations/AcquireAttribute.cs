namespace Certify;

using System;

/// <summary>Marks a method that takes a resource; the caller gives it back on every path.</summary>
[AttributeUsage(AttributeTargets.Method, Inherited = false)]
internal sealed class AcquireAttribute : Attribute
{
    /// <summary>Names the resource.</summary>
    public AcquireAttribute(string resource) { Resource = resource; }

    /// <summary>The resource, the same text as on the method that gives it back.</summary>
    public string Resource { get; }
}
