using Certify.Machine;

namespace Certify.Testing;

/// <summary>A case inside a batch: its index among the property's cases, and its frames.</summary>
internal readonly record struct CaseSpan(int Index, int FirstFrame, int Frames);

/// <summary>
/// Cases laid end to end, as a guest takes them. Used again and again: it grows to the largest batch and
/// then allocates nothing.
/// </summary>
internal sealed class CaseBatch(FrameLayout inputs, FrameLayout outputs)
{
    private FrameTag[] _tags = [];
    private byte[] _inputs = [];
    private byte[] _outputs = [];

    public List<CaseSpan> Cases { get; } = [];

    /// <summary>Labels as generated: position in <see cref="Cases"/> and label.</summary>
    public List<(int Case, string Label)> Labels { get; } = [];

    /// <summary>What property code threw while a case was generated, which ends the batch before that case.</summary>
    public (int CaseIndex, Exception Exception)? Fault { get; set; }

    public int Frames { get; private set; }

    public long Bytes => (long)Frames * (inputs.Bytes + outputs.Bytes);

    public ReadOnlySpan<FrameTag> Tags => _tags.AsSpan(0, Frames);

    public ReadOnlySpan<byte> Inputs => _inputs.AsSpan(0, Frames * inputs.Bytes);

    public Span<byte> Outputs => _outputs.AsSpan(0, Frames * outputs.Bytes);

    public void Clear()
    {
        Cases.Clear();
        Labels.Clear();
        Fault = null;
        Frames = 0;
    }

    /// <summary>Appends a case that restarts the application. <paramref name="bytes"/> holds whole frames.</summary>
    public void Add(int caseIndex, ReadOnlySpan<byte> bytes, IEnumerable<string>? labels)
    {
        int count = bytes.Length / inputs.Bytes, end = Frames + count;
        if (_tags.Length < end) Grow(end);
        for (int i = Frames; i < end; i++) _tags[i] = new FrameTag((ulong)caseIndex, i == Frames);
        Span<byte> place = _inputs.AsSpan(Frames * inputs.Bytes, bytes.Length);
        bytes.CopyTo(place);
        inputs.ClearPadding(place);
        foreach (string label in labels ?? []) Labels.Add((Cases.Count, label));
        Cases.Add(new CaseSpan(caseIndex, Frames, count));
        Frames = end;
    }

    public ReadOnlySpan<byte> InputsOf(CaseSpan span) =>
        Inputs.Slice(span.FirstFrame * inputs.Bytes, span.Frames * inputs.Bytes);

    public ReadOnlySpan<byte> OutputsOf(CaseSpan span) =>
        Outputs.Slice(span.FirstFrame * outputs.Bytes, span.Frames * outputs.Bytes);

    /// <summary>Position of the case a guest died in: by the id it reports, else by frames completed.</summary>
    public int PositionOf(GuestOutcome outcome)
    {
        int byId = Cases.FindIndex(c => (ulong)c.Index == outcome.LastCase);
        if (byId >= 0 && outcome.FramesCompleted <= Cases[byId].FirstFrame + Cases[byId].Frames) return byId;
        int byFrame = Cases.FindIndex(c => outcome.FramesCompleted < c.FirstFrame + c.Frames);
        return byFrame >= 0 ? byFrame : Cases.Count - 1;
    }

    private void Grow(int frames)
    {
        int capacity = Math.Max(frames, Math.Max(256, _tags.Length * 2));
        Array.Resize(ref _tags, capacity);
        Array.Resize(ref _inputs, checked(capacity * inputs.Bytes));
        Array.Resize(ref _outputs, checked(capacity * outputs.Bytes));
    }
}
