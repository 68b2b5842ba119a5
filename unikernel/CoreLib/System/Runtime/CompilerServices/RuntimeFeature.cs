// CONTRACT with the C# compiler: read by name.
namespace System.Runtime.CompilerServices;

using Certify;

/// <summary>What the compiler may count on. A constant that is missing forbids the feature.</summary>
[Requirement("KRN-LLR-030")]
public static class RuntimeFeature
{
    /// <summary>Fields that hold references.</summary>
    public const string ByRefFields = nameof(ByRefFields);

    /// <summary>Static abstract members of interfaces.</summary>
    public const string VirtualStaticsInInterfaces = nameof(VirtualStaticsInInterfaces);

    /// <summary>nint and IntPtr are one type.</summary>
    public const string NumericIntPtr = nameof(NumericIntPtr);

    /// <summary>Bodies of interface members.</summary>
    public const string DefaultImplementationsOfInterfaces = nameof(DefaultImplementationsOfInterfaces);
}
