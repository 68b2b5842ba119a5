// CONTRACT with ILC: the type must exist.
namespace Internal.Runtime.CompilerHelpers;

using Certify;

/// <summary>Demanded by ILC; there is no start-up work in C#.</summary>
[Requirement("KRN-LLR-021")]
internal static class StartupCodeHelpers
{
}
