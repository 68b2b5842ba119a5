// CONTRACT with the C# compiler.
namespace System.Runtime.CompilerServices;

using Certify;

/// <summary>The member must be set by the creator.</summary>
[Requirement("KRN-LLR-030")]
[AttributeUsage(AttributeTargets.All)]
public sealed class RequiredMemberAttribute : Attribute
{
}
