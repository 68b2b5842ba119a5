namespace FlightMonitor.Properties;

/// <summary>Numbers at which arithmetic goes wrong.</summary>
internal static class Numbers
{
    /// <summary>One ulp further from zero or nearer to it.</summary>
    public static float Above(float value) => MathF.BitIncrement(value);

    /// <summary>One ulp below.</summary>
    public static float Below(float value) => MathF.BitDecrement(value);

    /// <summary>NaN of both kinds, infinities, largest, smallest, denormal and signed zero.</summary>
    public static readonly float[] Hostile =
    [
        float.NaN, BitConverter.Int32BitsToSingle(0x7F800001), float.PositiveInfinity, float.NegativeInfinity,
        float.MaxValue, float.MinValue, float.Epsilon, -float.Epsilon, 1.17549435E-38f, -0.0f, 0.0f, 1.0f,
    ];

    /// <summary>One time in four a hostile number, else any bit pattern or a common size.</summary>
    public static float Any(ref BitReader bits) => bits.Bits(2) switch
    {
        0 => bits.Pick<float>(Hostile),
        1 => BitConverter.Int32BitsToSingle((int)bits.Bits(32)),
        _ => bits.Between(-100.0f, 100.0f),
    };

    /// <summary>The same bits, which tells -0 from 0 and compares NaN.</summary>
    public static bool Same(float one, float other) =>
        BitConverter.SingleToInt32Bits(one) == BitConverter.SingleToInt32Bits(other);
}
