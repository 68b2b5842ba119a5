// CONTRACT with ILC: type and member must exist.
namespace System.Runtime.InteropServices;

using Certify;

/// <summary>Demanded by ILC for every program; nothing implements it here.</summary>
[Requirement("KRN-LLR-021")]
internal interface IDynamicInterfaceCastable
{
    /// <summary>Never called.</summary>
    RuntimeTypeHandle GetDynamicInterfaceImplementation(RuntimeTypeHandle interfaceType);
}
