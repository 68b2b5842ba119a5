namespace System;

using Certify;

/// <summary>Says whether two values are equal, without boxing.</summary>
/// <typeparam name="T">The type compared with.</typeparam>
[Requirement("KRN-LLR-030")]
public interface IEquatable<T>
{
    /// <summary>True when both are equal.</summary>
    bool Equals(T? other);
}
