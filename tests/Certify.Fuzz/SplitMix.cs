namespace Certify.Fuzz;

/// <summary>A small generator of numbers whose sequence depends on the seed alone, whatever the runtime.</summary>
/// <remarks>Source: Steele, Lea and Flood, "Fast splittable pseudorandom number generators", OOPSLA 2014.</remarks>
public sealed class SplitMix(ulong seed)
{
    private ulong _state = seed;

    /// <summary>The next 64 bits.</summary>
    public ulong Next()
    {
        _state += 0x9E3779B97F4A7C15;
        var z = _state;
        z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9;
        z = (z ^ (z >> 27)) * 0x94D049BB133111EB;
        return z ^ (z >> 31);
    }

    /// <summary>A number from 0 to below <paramref name="bound"/>, which is at least 1.</summary>
    public int Below(int bound) => (int)(Next() % (ulong)bound);

    /// <summary>True once in <paramref name="n"/> times.</summary>
    public bool OneIn(int n) => Below(n) == 0;

    /// <summary>One of the values.</summary>
    public T Of<T>(params ReadOnlySpan<T> values) => values[Below(values.Length)];
}
