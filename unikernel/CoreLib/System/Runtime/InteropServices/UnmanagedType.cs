// CONTRACT with the C# compiler: marks the constraint "unmanaged" in signatures.
namespace System.Runtime.InteropServices;

using Certify;

/// <summary>Names a representation in foreign code; there is none here.</summary>
[Requirement("KRN-LLR-030")]
public enum UnmanagedType : int
{
    /// <summary>Not used.</summary>
    Error = 0,
}
