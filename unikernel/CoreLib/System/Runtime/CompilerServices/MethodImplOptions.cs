// CONTRACT with the C# compiler and ILC: metadata flags.
namespace System.Runtime.CompilerServices;

using Certify;

/// <summary>How a method is compiled.</summary>
[Requirement("KRN-LLR-030")]
[Flags]
public enum MethodImplOptions : int
{
    /// <summary>Keep its frame.</summary>
    NoInlining = 0x0008,
    /// <summary>Leave it as written.</summary>
    NoOptimization = 0x0040,
    /// <summary>Inline it where possible.</summary>
    AggressiveInlining = 0x0100,
    /// <summary>The body is elsewhere.</summary>
    InternalCall = 0x1000,
}
