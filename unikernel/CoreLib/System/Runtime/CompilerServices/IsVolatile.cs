// CONTRACT with the C# compiler: volatile fields.
namespace System.Runtime.CompilerServices;

using Certify;

/// <summary>Marks a volatile field in signatures.</summary>
[Requirement("KRN-LLR-030")]
public static class IsVolatile
{
}
