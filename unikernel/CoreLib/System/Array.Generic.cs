// CONTRACT with ILC: System.Array`1 must exist.
namespace System;

using Certify;

/// <summary>Base that one-dimensional arrays of <typeparamref name="T"/> get from the compiler.</summary>
/// <typeparam name="T">Element type.</typeparam>
[Requirement("KRN-LLR-021")]
internal sealed class Array<T> : Array
{
}
