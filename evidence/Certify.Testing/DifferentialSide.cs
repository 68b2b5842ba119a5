using Certify.Facts;
using Certify.Machine;

namespace Certify.Testing;

/// <summary>Runs every batch on host and target and compares the outputs bit for bit, padding aside.</summary>
internal sealed class DifferentialSide(HostApplication application, GuestSide host, GuestSide target) : CaseSide
{
    private byte[] _hostOutputs = [];

    public override int Starts => target.Starts;

    public override IGuest? Guest => target.Guest;

    public override CaseFailure? Run(CaseBatch batch, SequenceProperty property)
    {
        int size = batch.Outputs.Length;
        if (_hostOutputs.Length < size) _hostOutputs = new byte[size];
        GuestOutcome onHost = host.Execute(batch, _hostOutputs.AsSpan(0, size));
        GuestOutcome onTarget = target.Execute(batch, batch.Outputs);

        int comparable = Math.Min(Answered(batch, onHost), Answered(batch, onTarget));
        CaseFailure? difference = Compare(batch, comparable);
        if (difference is not null || comparable == batch.Cases.Count) return difference;
        return FirstDeath(batch, onHost, onTarget);
    }

    public override void Reset()
    {
        host.Reset();
        target.Reset();
    }

    private static int Answered(CaseBatch batch, GuestOutcome outcome) =>
        outcome.End == GuestEnd.Completed ? batch.Cases.Count : batch.PositionOf(outcome);

    private CaseFailure? Compare(CaseBatch batch, int cases)
    {
        if (cases == 0) return null;
        CaseSpan last = batch.Cases[cases - 1];
        int length = (last.FirstFrame + last.Frames) * application.OutputBytes;
        int same = batch.Outputs[..length].CommonPrefixLength(_hostOutputs.AsSpan(0, length));
        if (same == length) return null;

        int frame = same / application.OutputBytes;
        int position = batch.Cases.FindLastIndex(c => c.FirstFrame <= frame);
        CaseSpan span = batch.Cases[position];
        return new CaseFailure(
            position, Verdict.Failed, frame - span.FirstFrame, Difference(batch, frame), null,
            batch.OutputsOf(span)[..((frame - span.FirstFrame + 1) * application.OutputBytes)].ToArray());
    }

    private string Difference(CaseBatch batch, int frame)
    {
        int at = frame * application.OutputBytes;
        ReadOnlySpan<byte> target = batch.Outputs.Slice(at, application.OutputBytes);
        ReadOnlySpan<byte> host = _hostOutputs.AsSpan(at, application.OutputBytes);
        var parts = new List<string>();
        foreach (FrameField field in application.Outputs.Fields)
        {
            if (target.Slice(field.Offset, field.Bytes).SequenceEqual(host.Slice(field.Offset, field.Bytes))) continue;
            parts.Add($"{field.Path} is {field.Format(target)} on the target and {field.Format(host)} on the host");
        }

        return string.Join(", ", parts);
    }

    private CaseFailure FirstDeath(CaseBatch batch, GuestOutcome onHost, GuestOutcome onTarget)
    {
        CaseFailure? h = onHost.End == GuestEnd.Completed ? null : GuestSide.Death(batch, onHost, application.OutputBytes);
        CaseFailure? t = onTarget.End == GuestEnd.Completed ? null : GuestSide.Death(batch, onTarget, application.OutputBytes);
        if (h is not null && (t is null || h.Position < t.Position))
            return h with { Message = "only the host run ended: " + h.Message };
        return h is null || h.Position > t!.Position ? t! with { Message = "only the target ended: " + t.Message } : t;
    }
}
