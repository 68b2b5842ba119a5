// CONTRACT with the C# compiler.
namespace System.Reflection;

using Certify;

/// <summary>Names the indexer.</summary>
[Requirement("KRN-LLR-030")]
[AttributeUsage(AttributeTargets.All)]
public sealed class DefaultMemberAttribute : Attribute
{
    /// <summary>Names the member used by index syntax.</summary>
    public DefaultMemberAttribute(string memberName) { MemberName = memberName; }

    /// <summary>The indexer's name.</summary>
    public string MemberName { get; }
}
