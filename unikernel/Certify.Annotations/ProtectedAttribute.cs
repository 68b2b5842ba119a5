namespace Certify;

using System;

/// <summary>Declares a type whose statics are shared: while one of its members runs, the caller has the ceiling priority.</summary>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Struct, Inherited = false)]
internal sealed class ProtectedAttribute : Attribute
{
    /// <summary>Declares the ceiling.</summary>
    /// <param name="ceiling">1 to 255; at least the priority of every task and handler that reaches a member.</param>
    public ProtectedAttribute(int ceiling) { Ceiling = ceiling; }

    /// <summary>Priority during a call, 1 to 255.</summary>
    public int Ceiling { get; }
}
