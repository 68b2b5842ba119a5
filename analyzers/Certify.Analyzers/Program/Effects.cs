using System;
using Microsoft.CodeAnalysis;

namespace Certify.Analyzers.Program;

/// <summary>Kinds of state outside of a function that it can change.</summary>
[Flags]
internal enum EffectKinds
{
    /// <summary>Nothing but its own locals.</summary>
    None = 0,

    /// <summary>A static field.</summary>
    Static = 1,

    /// <summary>The value that it is called on.</summary>
    This = 2,

    /// <summary>An object or memory that cannot be told from its code.</summary>
    Unknown = 4,

    /// <summary>A variable of the function around it.</summary>
    Captured = 8,

    /// <summary>What code outside of the program does.</summary>
    External = 16,
}

/// <summary>What a function can change: kinds of state, and which of its parameters it writes through.</summary>
internal readonly struct Effects(EffectKinds kinds, ulong parameters) : IEquatable<Effects>
{
    /// <summary>Nothing outside.</summary>
    public static readonly Effects None = new(EffectKinds.None, 0);

    /// <summary>Kinds of state beside parameters.</summary>
    public EffectKinds Kinds { get; } = kinds;

    /// <summary>One bit for each parameter written through; the highest stands for all from 63 on.</summary>
    public ulong Parameters { get; } = parameters;

    /// <summary>True when nothing outside of the function changes.</summary>
    public bool IsNone => Kinds == EffectKinds.None && Parameters == 0;

    /// <summary>The bit of a parameter.</summary>
    public static ulong Bit(int ordinal) => 1UL << Math.Min(ordinal, 63);

    /// <summary>True when the parameter is written through.</summary>
    public bool Writes(IParameterSymbol parameter) => (Parameters & Bit(parameter.Ordinal)) != 0;

    /// <summary>Both together.</summary>
    public Effects With(Effects other) => new(Kinds | other.Kinds, Parameters | other.Parameters);

    /// <inheritdoc/>
    public bool Equals(Effects other) => Kinds == other.Kinds && Parameters == other.Parameters;

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is Effects other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode() => ((int)Kinds * 397) ^ Parameters.GetHashCode();

    /// <summary>The effects in words.</summary>
    public string Shown()
    {
        if ((Kinds & EffectKinds.Static) != 0) return "a static field";
        if ((Kinds & EffectKinds.This) != 0) return "the value it is called on";
        if (Parameters != 0) return "an argument";
        if ((Kinds & EffectKinds.Captured) != 0) return "a variable around it";
        return (Kinds & EffectKinds.Unknown) != 0 ? "memory that its code does not name" : "state outside of the program";
    }
}
