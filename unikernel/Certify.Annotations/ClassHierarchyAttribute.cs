namespace Certify;

using System;

/// <summary>Lists an abstract class as the root of a hierarchy: sealed classes may derive from it directly.</summary>
[AttributeUsage(AttributeTargets.Class, Inherited = false)]
internal sealed class ClassHierarchyAttribute : Attribute
{
    /// <summary>Lists the root with the reason why a hierarchy is needed and where its substitutability is shown.</summary>
    public ClassHierarchyAttribute(string reason) { Reason = reason; }

    /// <summary>Why the hierarchy is needed and where its substitutability is shown.</summary>
    public string Reason { get; }
}
