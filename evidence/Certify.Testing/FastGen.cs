using FsCheck;
using FsCheck.Fluent;

namespace Certify.Testing;

/// <summary>
/// Generators of frame sequences that cost one FsCheck number per frame (about 30 million a second on one
/// core). A generator composed of one <see cref="Gen"/> per field with LINQ allocates some 200 bytes per
/// field and frame and runs at 2 to 3 million frames a second; sizes and lengths depend on FsCheck as usual.
/// </summary>
public static class FastGen
{
    /// <summary>All 64-bit numbers, evenly.</summary>
    public static Gen<ulong> Bits { get; } =
        FsCheck.FSharp.Gen.Choose64(long.MinValue, long.MaxValue).Select(static bits => (ulong)bits);

    /// <summary>Sequences of a fixed length; each frame is decoded from 64 random bits.</summary>
    /// <param name="frames">Frames per case, at least 1.</param>
    /// <param name="decode">Pure: bits to fields, for example by <see cref="BitReader"/> or a table.</param>
    public static Gen<TIn[]> Frames<TIn>(int frames, Func<ulong, TIn> decode)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(frames, 1);
        return Numbers(frames).Select(bits => Array.ConvertAll(bits, number => decode((ulong)number)));
    }

    /// <summary>Sequences of a fixed length; each frame is decoded from 64 random bits and the frame before.</summary>
    /// <param name="frames">Frames per case, at least 1.</param>
    /// <param name="first">What stands before the first frame.</param>
    /// <param name="next">Pure: the frame before and random bits give the next frame.</param>
    public static Gen<TIn[]> Walk<TIn>(int frames, TIn first, Func<TIn, ulong, TIn> next)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(frames, 1);
        return Numbers(frames).Select(bits =>
        {
            var sequence = new TIn[bits.Length];
            TIn before = first;
            for (int i = 0; i < bits.Length; i++) sequence[i] = before = next(before, (ulong)bits[i]);
            return sequence;
        });
    }

    private static Gen<long[]> Numbers(int count) =>
        FsCheck.FSharp.Gen.Choose64(long.MinValue, long.MaxValue).ArrayOf(count);
}
