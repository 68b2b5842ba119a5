using Certify.Facts;

namespace Certify.Testing;

/// <summary>
/// Marks a public static method without parameters that returns a <see cref="SequenceProperty{TIn,TOut}"/>.
/// The method's documentation id is the test id.
/// </summary>
/// <param name="title">What the property claims, as one sentence. Unique among the properties of an assembly.</param>
[AttributeUsage(AttributeTargets.Method)]
public sealed class PropertyAttribute(string title) : Attribute
{
    /// <summary>What the property claims.</summary>
    public string Title { get; } = title;

    /// <summary>Normal range (default) or robustness.</summary>
    public TestKind Kind { get; set; }

    /// <summary>Input sequences to run, at least 1. A fixed example has 1.</summary>
    public int Cases { get; set; } = 100;
}
