// CONTRACT with ILC and the C# compiler: the layout is a bool, then the value.
namespace System;

using Certify;
using Internal.Runtime.CompilerHelpers;

/// <summary>A value of <typeparamref name="T"/> or none.</summary>
/// <typeparam name="T">Type of the value.</typeparam>
[Requirement("KRN-LLR-033")]
public struct Nullable<T>
    where T : struct
{
    private readonly bool hasValue;
    internal T value;

    /// <summary>Holds <paramref name="value"/>.</summary>
    public Nullable(T value)
    {
        this.value = value;
        hasValue = true;
    }

    /// <summary>True when there is a value.</summary>
    public readonly bool HasValue => hasValue;

    /// <summary>The value; without one trap InvalidOperation.</summary>
    public readonly T Value
    {
        get
        {
            if (!hasValue)
            {
                ThrowHelpers.ThrowInvalidOperationException();
            }

            return value;
        }
    }

    /// <summary>The value, or the default of its type.</summary>
    public readonly T GetValueOrDefault() => value;

    /// <summary>The value, or <paramref name="defaultValue"/>.</summary>
    public readonly T GetValueOrDefault(T defaultValue) => hasValue ? value : defaultValue;

    /// <summary>Wraps <paramref name="value"/>.</summary>
    public static implicit operator T?(T value) => new T?(value);

    /// <summary>The value; without one trap InvalidOperation.</summary>
    public static explicit operator T(T? value) => value.Required();

    private readonly T Required() => Value;
}
