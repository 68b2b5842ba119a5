// CONTRACT with the C# compiler.
namespace System.Runtime.InteropServices;

using Certify;

/// <summary>How fields are laid out.</summary>
[Requirement("KRN-LLR-030")]
public enum LayoutKind : int
{
    /// <summary>In declaration order with natural alignment.</summary>
    Sequential = 0,
    /// <summary>At offsets that are given.</summary>
    Explicit = 2,
    /// <summary>As the compiler likes.</summary>
    Auto = 3,
}
