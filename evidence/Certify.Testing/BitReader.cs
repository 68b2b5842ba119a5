namespace Certify.Testing;

/// <summary>
/// Takes fields out of random bits, from the low end up. Bits taken are gone; when fewer than asked for are
/// left, the reader mixes a fresh 64 from what it was made of, so any number of fields can be taken.
/// </summary>
public struct BitReader
{
    private readonly ulong _origin;
    private ulong _bits;
    private int _left;
    private uint _refills;

    /// <summary>Starts with 64 random bits.</summary>
    public BitReader(ulong bits)
    {
        _origin = _bits = bits;
        _left = 64;
    }

    /// <summary>The next <paramref name="count"/> bits (1 to 32) as a number.</summary>
    public uint Bits(int count)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(count, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(count, 32);
        if (_left < count)
        {
            _bits = Seeds.Mix(_origin, ++_refills);
            _left = 64;
        }

        uint value = (uint)(_bits & ((1UL << count) - 1));
        _bits >>= count;
        _left -= count;
        return value;
    }

    /// <summary>True once in 2^<paramref name="log2"/> draws (0 to 32): 1 is a coin, 0 always true.</summary>
    public bool OneIn(int log2) => log2 == 0 || Bits(log2) == 0;

    /// <summary>A fair coin.</summary>
    public bool Coin() => Bits(1) == 0;

    /// <summary>One of the values, evenly up to 1 in 65,536.</summary>
    public T Pick<T>(ReadOnlySpan<T> values) => values[Range(0, values.Length - 1)];

    /// <summary>A number of the closed range, evenly where it spans at most 65,536 values.</summary>
    public int Range(int low, int high)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(low, high);
        ulong span = (ulong)((long)high - low) + 1;
        ulong draw = span <= 0x10000 ? ((ulong)Bits(16) * span) >> 16 : ((ulong)Bits(32) * span) >> 32;
        return (int)(low + (long)draw);
    }

    /// <summary>A number of the closed range in 2^24 steps.</summary>
    public double Between(double low, double high) => low + (high - low) * (Bits(24) / (double)0xFFFFFF);

    /// <summary>A number of the closed range in 2^16 steps.</summary>
    public float Between(float low, float high) => low + (high - low) * (Bits(16) / (float)0xFFFF);
}
