namespace Certify.Testing;

/// <summary>
/// The range each field was seen to take in generated cases. The reducer keeps to it, so that a shrunk case
/// is one the generator could have meant: a field made from 1 to 100 never becomes 0.
/// </summary>
internal sealed class FieldRanges
{
    private readonly FrameLayout _layout;
    private readonly (Int128 Low, Int128 High)[] _integers;
    private readonly (double Low, double High)[] _reals;

    public FieldRanges(FrameLayout layout)
    {
        _layout = layout;
        _integers = new (Int128, Int128)[layout.Fields.Count];
        _reals = new (double, double)[layout.Fields.Count];
        Array.Fill(_integers, (Int128.MaxValue, Int128.MinValue));
        Array.Fill(_reals, (double.PositiveInfinity, double.NegativeInfinity));
    }

    /// <summary>Widens the ranges by whole frames.</summary>
    public void Add(ReadOnlySpan<byte> frames)
    {
        for (int at = 0; at < frames.Length; at += _layout.Bytes)
        {
            ReadOnlySpan<byte> frame = frames.Slice(at, _layout.Bytes);
            for (int i = 0; i < _layout.Fields.Count; i++) Widen(i, frame);
        }
    }

    /// <summary>The value nearest to zero that the field was seen to reach or pass.</summary>
    public Int128 IntegerTarget(int field) => Int128.Clamp(0, _integers[field].Low, _integers[field].High);

    /// <inheritdoc cref="IntegerTarget"/>
    public double RealTarget(int field) =>
        _reals[field].Low > _reals[field].High ? 0 : Math.Clamp(0, _reals[field].Low, _reals[field].High);

    public bool Holds(int field, Int128 value) => value >= _integers[field].Low && value <= _integers[field].High;

    public bool Holds(int field, double value) => value >= _reals[field].Low && value <= _reals[field].High;

    private void Widen(int index, ReadOnlySpan<byte> frame)
    {
        FrameField field = _layout.Fields[index];
        if (!field.IsReal)
        {
            Int128 value = field.ReadInteger(frame);
            (Int128 low, Int128 high) = _integers[index];
            _integers[index] = (Int128.Min(low, value), Int128.Max(high, value));
            return;
        }

        double real = field.ReadReal(frame);
        if (double.IsNaN(real)) return;
        _reals[index] = (Math.Min(_reals[index].Low, real), Math.Max(_reals[index].High, real));
    }
}
