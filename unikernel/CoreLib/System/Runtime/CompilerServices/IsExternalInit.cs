// CONTRACT with the C# compiler: init accessors.
namespace System.Runtime.CompilerServices;

using Certify;

/// <summary>Marks an init accessor in signatures.</summary>
[Requirement("KRN-LLR-030")]
public static class IsExternalInit
{
}
