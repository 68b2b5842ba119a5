namespace Certify.Testing;

/// <summary>Names one requirement that the property verifies. A property carries at least one.</summary>
/// <param name="requirement">The requirement's id, verbatim.</param>
[AttributeUsage(AttributeTargets.Method, AllowMultiple = true)]
public sealed class VerifiesAttribute(string requirement) : Attribute
{
    /// <summary>The requirement's id.</summary>
    public string Requirement { get; } = requirement;
}
