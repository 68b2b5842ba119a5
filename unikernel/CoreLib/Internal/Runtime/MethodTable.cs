// CONTRACT with ILC: the type must exist as soon as a program has an array.
namespace Internal.Runtime;

using Certify;

/// <summary>Describes a type to compiled code; only ILC reads and writes it.</summary>
[Requirement("KRN-LLR-021")]
internal struct MethodTable
{
}
