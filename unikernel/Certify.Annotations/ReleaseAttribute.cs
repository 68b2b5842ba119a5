namespace Certify;

using System;

/// <summary>Marks a method that gives a resource back which its caller has taken.</summary>
[AttributeUsage(AttributeTargets.Method, Inherited = false)]
internal sealed class ReleaseAttribute : Attribute
{
    /// <summary>Names the resource.</summary>
    public ReleaseAttribute(string resource) { Resource = resource; }

    /// <summary>The resource, the same text as on the method that takes it.</summary>
    public string Resource { get; }
}
