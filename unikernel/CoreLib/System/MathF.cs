namespace System;

using Certify;

/// <summary>Arithmetic on single-precision numbers; the same functions as in <see cref="Math"/>.</summary>
[Requirement("KRN-LLR-024")]
public static class MathF
{
    /// <summary>Absolute value.</summary>
    public static float Abs(float x) => Math.Abs(x);

    /// <summary>The lesser value.</summary>
    public static float Min(float x, float y) => Math.Min(x, y);

    /// <summary>The greater value.</summary>
    public static float Max(float x, float y) => Math.Max(x, y);
}
