namespace Certify.Unikernel.Probe;

using System;
using Certify;

/// <summary>Computes one operation per frame.</summary>
public readonly struct ProbeApplication : ICyclicApplication<ProbeState, ProbeInputs, ProbeOutputs>
{
    /// <summary>Starts the count of frames.</summary>
    public static void Initialise(out ProbeState state) => state = default;

    /// <summary>Computes the operation of this frame.</summary>
    public static void Step(ref ProbeState state, in ProbeInputs inputs, out ProbeOutputs outputs)
    {
        state.Frames++;
        outputs.Bits = Compute(in state, inputs);
    }

    private static ulong Compute(in ProbeState state, ProbeInputs i)
    {
        // What the members give is compared, so conversions around them keep the low bits.
        unchecked
        {
            return i.Operation switch
            {
                Operation.MinSingle => Bits(Math.Min(F(i.A), F(i.B))),
                Operation.MaxSingle => Bits(Math.Max(F(i.A), F(i.B))),
                Operation.AbsSingle => Bits(Math.Abs(F(i.A))),
                Operation.ClampSingle => Bits(Math.Clamp(F(i.A), -1, 1)),
                Operation.AddSingle => Bits(F(i.A) + F(i.B)),
                Operation.SubtractSingle => Bits(F(i.A) - F(i.B)),
                Operation.MultiplySingle => Bits(F(i.A) * F(i.B)),
                Operation.DivideSingle => Bits(F(i.A) / F(i.B)),
                Operation.LessSingle => Bit(F(i.A) < F(i.B)),
                Operation.EqualSingle => Bit(F(i.A) == F(i.B)),
                Operation.IsNaNSingle => Bit(float.IsNaN(F(i.A))),
                Operation.IsFiniteSingle => Bit(float.IsFinite(F(i.A))),
                Operation.IsInfinitySingle => Bit(float.IsInfinity(F(i.A))),
                Operation.IsNegativeSingle => Bit(float.IsNegative(F(i.A))),
                Operation.ToInt32Single => (uint)(int)F(i.A),
                Operation.ToUInt32Single => (uint)F(i.A),
                Operation.ToInt64Single => (ulong)(long)F(i.A),
                Operation.ToUInt64Single => (ulong)F(i.A),
                Operation.FromInt32Single => Bits((float)(int)i.A),
                Operation.FromUInt64Single => Bits((float)i.A),
                Operation.FromInt64Single => Bits((float)(long)i.A),
                Operation.MinDouble => Bits(Math.Min(D(i.A), D(i.B))),
                Operation.MaxDouble => Bits(Math.Max(D(i.A), D(i.B))),
                Operation.AbsDouble => Bits(Math.Abs(D(i.A))),
                Operation.ClampDouble => Bits(Math.Clamp(D(i.A), -1, 1)),
                Operation.AddDouble => Bits(D(i.A) + D(i.B)),
                Operation.SubtractDouble => Bits(D(i.A) - D(i.B)),
                Operation.MultiplyDouble => Bits(D(i.A) * D(i.B)),
                Operation.DivideDouble => Bits(D(i.A) / D(i.B)),
                Operation.LessDouble => Bit(D(i.A) < D(i.B)),
                Operation.EqualDouble => Bit(D(i.A) == D(i.B)),
                Operation.IsNaNDouble => Bit(double.IsNaN(D(i.A))),
                Operation.IsFiniteDouble => Bit(double.IsFinite(D(i.A))),
                Operation.IsInfinityDouble => Bit(double.IsInfinity(D(i.A))),
                Operation.IsNegativeDouble => Bit(double.IsNegative(D(i.A))),
                Operation.ToInt32Double => (uint)(int)D(i.A),
                Operation.ToUInt32Double => (uint)D(i.A),
                Operation.ToInt64Double => (ulong)(long)D(i.A),
                Operation.ToUInt64Double => (ulong)D(i.A),
                Operation.FromInt32Double => Bits((double)(int)i.A),
                Operation.FromUInt64Double => Bits((double)i.A),
                Operation.FromInt64Double => Bits((double)(long)i.A),
                Operation.SingleToDouble => Bits((double)F(i.A)),
                Operation.DoubleToSingle => Bits((float)D(i.A)),
                Operation.MathFAbs => Bits(MathF.Abs(F(i.A))),
                Operation.MathFMin => Bits(MathF.Min(F(i.A), F(i.B))),
                Operation.MathFMax => Bits(MathF.Max(F(i.A), F(i.B))),
                Operation.SignedBits => (ulong)BitConverter.DoubleToInt64Bits(D(i.A)) ^ (uint)BitConverter.SingleToInt32Bits(F(i.B)),
                Operation.FromSignedBits => Bits(BitConverter.Int64BitsToDouble((long)i.A)) ^ Bits(BitConverter.Int32BitsToSingle((int)i.B)),
                Operation.MinInt32 => (ulong)Math.Min((int)i.A, (int)i.B),
                Operation.MaxInt32 => (ulong)Math.Max((int)i.A, (int)i.B),
                Operation.MinUInt32 => (ulong)Math.Min((uint)i.A, (uint)i.B),
                Operation.MaxUInt32 => (ulong)Math.Max((uint)i.A, (uint)i.B),
                Operation.MinInt64 => (ulong)Math.Min((long)i.A, (long)i.B),
                Operation.MaxInt64 => (ulong)Math.Max((long)i.A, (long)i.B),
                Operation.MinUInt64 => (ulong)Math.Min((ulong)i.A, (ulong)i.B),
                Operation.MaxUInt64 => (ulong)Math.Max((ulong)i.A, (ulong)i.B),
                Operation.MinInt16 => (ulong)Math.Min((short)i.A, (short)i.B),
                Operation.MaxInt16 => (ulong)Math.Max((short)i.A, (short)i.B),
                Operation.MinUInt16 => (ulong)Math.Min((ushort)i.A, (ushort)i.B),
                Operation.MaxUInt16 => (ulong)Math.Max((ushort)i.A, (ushort)i.B),
                Operation.MinSByte => (ulong)Math.Min((sbyte)i.A, (sbyte)i.B),
                Operation.MaxSByte => (ulong)Math.Max((sbyte)i.A, (sbyte)i.B),
                Operation.MinByte => (ulong)Math.Min((byte)i.A, (byte)i.B),
                Operation.MaxByte => (ulong)Math.Max((byte)i.A, (byte)i.B),
                Operation.ClampInt32 => (ulong)Math.Clamp((int)i.A, (int)1, (int)100),
                Operation.ClampUInt32 => (ulong)Math.Clamp((uint)i.A, (uint)1, (uint)100),
                Operation.ClampInt64 => (ulong)Math.Clamp((long)i.A, (long)1, (long)100),
                Operation.ClampUInt64 => (ulong)Math.Clamp((ulong)i.A, (ulong)1, (ulong)100),
                Operation.AbsInt32 => (int)i.A == int.MinValue ? 0 : (ulong)Math.Abs((int)i.A),
                Operation.AbsInt64 => (long)i.A == long.MinValue ? 0 : (ulong)Math.Abs((long)i.A),
                Operation.AbsInt16 => (short)i.A == short.MinValue ? 0 : (ulong)Math.Abs((short)i.A),
                Operation.AbsSByte => (sbyte)i.A == sbyte.MinValue ? 0 : (ulong)Math.Abs((sbyte)i.A),
                Operation.CopyBlock => Blocks.Copy(i.A),
                Operation.ClearBlock => Blocks.Clear(i.A),
                Operation.SpanSum => Spans.Sum(i.A),
                Operation.SpanWrite => Spans.Write(i.A, i.B),
                Operation.Text => Spans.Text(i.A),
                Operation.Nullable => Spans.Nullable(i.A, i.B),
                Operation.Tuple => Spans.Tuple(i.A, i.B),
                Operation.Frames => state.Frames,
                Operation.CheckedInt32 => (ulong)checked((int)Between(D(i.A), -2147483648.9, 2147483647.9)),
                Operation.CheckedUInt32 => checked((uint)Between(D(i.A), -0.9, 4294967295.9)),
                Operation.CheckedInt64 => (ulong)checked((long)Between(D(i.A), -9223372036854775808.0, 9223372036854774784.0)),
                Operation.CheckedUInt64 => checked((ulong)Between(D(i.A), -0.9, 18446744073709549568.0)),
                _ => 0,
            };
        }
    }

    private static double Between(double value, double min, double max) =>
        double.IsNaN(value) || value < min ? min : value > max ? max : value;

    private static float F(ulong bits) => BitConverter.UInt32BitsToSingle(unchecked((uint)bits));

    private static double D(ulong bits) => BitConverter.UInt64BitsToDouble(bits);

    private static ulong Bits(float value) => BitConverter.SingleToUInt32Bits(value);

    private static ulong Bits(double value) => BitConverter.DoubleToUInt64Bits(value);

    private static ulong Bit(bool value) => value ? 1ul : 0ul;
}
