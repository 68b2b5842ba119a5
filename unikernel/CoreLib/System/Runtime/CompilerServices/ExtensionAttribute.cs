// CONTRACT with the C# compiler.
namespace System.Runtime.CompilerServices;

using Certify;

/// <summary>The method extends its first parameter.</summary>
[Requirement("KRN-LLR-030")]
[AttributeUsage(AttributeTargets.Method | AttributeTargets.Class)]
public sealed class ExtensionAttribute : Attribute
{
}
