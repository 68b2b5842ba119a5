using System.Security.Cryptography;

namespace Certify.Testing;

/// <summary>
/// Makes a failing case small: cuts what follows the failure, removes runs of frames, then simplifies
/// values, first a value everywhere in its field, then frame by frame; again until nothing gives.
/// Deterministic. **Source:** the frame part is delta debugging (Zeller, Hildebrandt 2002).
/// </summary>
/// <param name="layout">Layout of an input frame.</param>
/// <param name="ranges">Ranges the values stay in.</param>
/// <param name="probe">Runs a candidate; gives its failure when it is of the same kind, else null.</param>
/// <param name="budget">Most candidates run.</param>
// @llr CFY-LLR-043
internal sealed class SequenceReducer(
    FrameLayout layout, FieldRanges ranges, Func<byte[], CaseFailure?> probe, int budget)
{
    private readonly HashSet<string> _tried = new(StringComparer.Ordinal);
    private byte[] _frames = [];
    private CaseFailure _failure = null!;

    /// <summary>Candidates run so far.</summary>
    public int Evaluations { get; private set; }

    public (byte[] Frames, CaseFailure Failure) Reduce(byte[] frames, CaseFailure failure)
    {
        (_frames, _failure) = (frames, failure);
        bool smaller = true;
        while (smaller && Evaluations < budget)
        {
            smaller = CutTail();
            smaller |= KeepLastFrame();
            smaller |= RemoveFrames();
            smaller |= SimplifyFields();
            smaller |= SimplifyFrames();
        }

        return (_frames, _failure);
    }

    private int Count => _frames.Length / layout.Bytes;

    private bool CutTail() =>
        _failure.Frame + 1 < Count && Accept(_frames[..((_failure.Frame + 1) * layout.Bytes)]);

    /// <summary>Most faults need one frame only; where each probe may cost a boot, that is worth one try.</summary>
    private bool KeepLastFrame() => Count > 1 && Accept(_frames[^layout.Bytes..]);

    private bool RemoveFrames()
    {
        bool any = false;
        for (int size = Math.Max(1, Count / 2); size >= 1; size /= 2)
        {
            for (int start = Count - size; start >= 0 && Count > size; start -= size)
            {
                if (start + size > Count) continue;
                byte[] without = [
                    .. _frames.AsSpan(0, start * layout.Bytes), .. _frames.AsSpan((start + size) * layout.Bytes)];
                any |= Accept(without);
            }
        }

        return any;
    }

    /// <summary>Replaces a value by a simpler one wherever its field has it.</summary>
    private bool SimplifyFields()
    {
        bool any = false;
        for (int field = 0; field < layout.Fields.Count; field++)
        {
            int index = field;
            any |= Accept(Edited(Enumerable.Range(0, Count), frame => SetTarget(index, frame)));
            for (int i = 0; i < Count; i++)
            {
                byte[] value = Cell(i, index).ToArray();
                int[] same = [.. Enumerable.Range(0, Count).Where(f => Cell(f, index).SequenceEqual(value))];
                if (same[0] == i && same.Length > 1) any |= SimplifyCells(index, same);
            }
        }

        return any;
    }

    private bool SimplifyFrames()
    {
        bool any = false;
        for (int frame = Count - 1; frame >= 0; frame--)
        {
            for (int field = 0; field < layout.Fields.Count; field++) any |= SimplifyCells(field, [frame]);
        }

        return any;
    }

    /// <summary>Takes the simplest value that still fails, until none does; all cells hold the same value.</summary>
    private bool SimplifyCells(int index, int[] frames)
    {
        FrameField field = layout.Fields[index];
        bool any = false, smaller = true;
        while (smaller && Evaluations < budget)
        {
            ReadOnlySpan<byte> first = _frames.AsSpan(frames[0] * layout.Bytes, layout.Bytes);
            smaller = field.IsReal
                ? TryReals(field, index, field.ReadReal(first), frames)
                : TryIntegers(field, index, field.ReadInteger(first), frames);
            any |= smaller;
        }

        return any;
    }

    private bool TryIntegers(FrameField field, int index, Int128 value, int[] frames)
    {
        foreach (Int128 candidate in SimplerValues.OfInteger(value, ranges.IntegerTarget(index)))
        {
            if (!ranges.Holds(index, candidate)) continue;
            if (Accept(Edited(frames, frame => field.WriteInteger(frame.Span, candidate)))) return true;
        }

        return false;
    }

    private bool TryReals(FrameField field, int index, double value, int[] frames)
    {
        double target = ranges.RealTarget(index);
        foreach (double candidate in SimplerValues.OfReal(value, target, field.Kind == FieldKind.Single))
        {
            if (!ranges.Holds(index, candidate)) continue;
            if (Accept(Edited(frames, frame => field.WriteReal(frame.Span, candidate)))) return true;
        }

        return false;
    }

    private void SetTarget(int index, Memory<byte> frame)
    {
        FrameField field = layout.Fields[index];
        if (field.IsReal) field.WriteReal(frame.Span, ranges.RealTarget(index));
        else field.WriteInteger(frame.Span, ranges.IntegerTarget(index));
    }

    private Span<byte> Cell(int frame, int field) =>
        _frames.AsSpan(frame * layout.Bytes + layout.Fields[field].Offset, layout.Fields[field].Bytes);

    private byte[] Edited(IEnumerable<int> frames, Action<Memory<byte>> edit)
    {
        byte[] copy = [.. _frames];
        foreach (int frame in frames) edit(copy.AsMemory(frame * layout.Bytes, layout.Bytes));
        return copy;
    }

    private bool Accept(byte[] candidate)
    {
        if (Evaluations >= budget || candidate.AsSpan().SequenceEqual(_frames)) return false;
        if (!_tried.Add(Convert.ToBase64String(SHA256.HashData(candidate)))) return false;
        Evaluations++;
        if (probe(candidate) is not { } failure) return false;
        (_frames, _failure) = (candidate, failure);
        return true;
    }
}
