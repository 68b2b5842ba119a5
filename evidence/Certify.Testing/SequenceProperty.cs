using System.Runtime.InteropServices;
using FsCheck;
using FsCheck.Fluent;

namespace Certify.Testing;

/// <summary>A property over frame sequences whose port types the runner does not know.</summary>
public abstract class SequenceProperty
{
    private protected SequenceProperty() { }

    /// <summary>Type of one input port message.</summary>
    public abstract Type InputType { get; }

    /// <summary>Type of one output port message.</summary>
    public abstract Type OutputType { get; }

    /// <summary>Appends the case of this seed and size to the batch.</summary>
    internal abstract void Generate(ulong caseSeed, int size, int caseIndex, CaseBatch batch);

    /// <summary>Judges one case from its bytes.</summary>
    internal abstract Violation? Judge(ReadOnlySpan<byte> inputs, ReadOnlySpan<byte> outputs);

    /// <summary>True when the sequence may be run at all: the reducer leaves no other.</summary>
    internal abstract bool Allows(ReadOnlySpan<byte> inputs);
}

/// <summary>
/// A generator of input sequences and an oracle over inputs and outputs. Every case starts from the
/// application's initial state, so a case means the same alone and in a batch.
/// </summary>
/// <param name="inputs">Generator of one case; never an empty sequence.</param>
/// <param name="oracle">Pure: called on many cases and again for every step of shrinking.</param>
public sealed class SequenceProperty<TIn, TOut>(Gen<TIn[]> inputs, SequenceOracle<TIn, TOut> oracle) : SequenceProperty
    where TIn : unmanaged
    where TOut : unmanaged
{
    /// <summary>Labels of a case; their distribution is part of the result.</summary>
    public Func<TIn[], IEnumerable<string>>? Labels { get; init; }

    /// <summary>
    /// What the generator guarantees and shrinking has to keep, where fields or frames depend on each other.
    /// Ranges of single fields need no mention: the reducer keeps to those it saw generated.
    /// </summary>
    public Func<TIn[], bool>? Valid { get; init; }

    /// <inheritdoc/>
    public override Type InputType => typeof(TIn);

    /// <inheritdoc/>
    public override Type OutputType => typeof(TOut);

    internal override void Generate(ulong caseSeed, int size, int caseIndex, CaseBatch batch)
    {
        TIn[] frames = inputs.Sample(1, new Rnd(caseSeed), size)[0];
        if (frames.Length == 0)
        {
            throw new InvalidOperationException(
                "the generator gave a sequence without frames; hint: give it a least length of 1");
        }

        batch.Add(caseIndex, MemoryMarshal.AsBytes(frames.AsSpan()), Labels?.Invoke(frames));
    }

    internal override Violation? Judge(ReadOnlySpan<byte> inputs, ReadOnlySpan<byte> outputs) =>
        oracle(MemoryMarshal.Cast<byte, TIn>(inputs), MemoryMarshal.Cast<byte, TOut>(outputs));

    internal override bool Allows(ReadOnlySpan<byte> inputs) =>
        Valid is null || Valid(MemoryMarshal.Cast<byte, TIn>(inputs).ToArray());
}
