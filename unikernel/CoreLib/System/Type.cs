// CONTRACT with the C# compiler: typeof in attributes.
namespace System;

using Certify;
using System.Runtime.CompilerServices;

/// <summary>A type, as attributes name it. There is no reflection in the image.</summary>
[Requirement("KRN-LLR-030")]
public abstract class Type
{
    /// <summary>Compilers want it for typeof; no code may use it.</summary>
    [Intrinsic]
    public static extern Type GetTypeFromHandle(RuntimeTypeHandle handle);
}
