using Certify.Facts;
using Certify.Machine;

namespace Certify.Testing;

/// <summary>Executes batches on one side and finds the first case that fails.</summary>
internal abstract class CaseSide : IDisposable
{
    /// <summary>Runs the batch, fills its outputs, and gives the failure of the lowest case or null.</summary>
    public abstract CaseFailure? Run(CaseBatch batch, SequenceProperty property);

    /// <summary>Times a guest was started so far; shrinking of crashes is bounded by it.</summary>
    public abstract int Starts { get; }

    /// <summary>The guest that ran last, alive or dead, or null.</summary>
    public abstract IGuest? Guest { get; }

    /// <summary>Ends the guest: the next batch starts another.</summary>
    public abstract void Reset();

    public void Dispose() => Reset();

    /// <summary>Applies the oracle to the first <paramref name="cases"/> cases.</summary>
    protected static CaseFailure? Judge(CaseBatch batch, SequenceProperty property, int cases, int outputBytes)
    {
        for (int i = 0; i < cases; i++)
        {
            CaseSpan span = batch.Cases[i];
            Violation? violation;
            try
            {
                violation = property.Judge(batch.InputsOf(span), batch.OutputsOf(span));
            }
            catch (Exception e)
            {
                return new CaseFailure(i, Verdict.Error, 0, $"the oracle threw {e.GetType().Name}: {e.Message}", null, []);
            }

            if (violation is null) continue;
            int frame = Math.Clamp(violation.Frame, 0, span.Frames - 1);
            byte[] outputs = batch.OutputsOf(span)[..((frame + 1) * outputBytes)].ToArray();
            return new CaseFailure(i, Verdict.Failed, frame, violation.Message, null, outputs);
        }

        return null;
    }
}

/// <summary>One guest, started when needed and again after it died.</summary>
internal sealed class GuestSide(HostApplication application, Func<IGuest> start, Action<IGuest>? started) : CaseSide
{
    private IGuest? _guest;
    private bool _dead = true;
    private int _starts;
    private int _failedStarts;
    private string _lastStartError = "";

    public override int Starts => _starts;

    public override IGuest? Guest => _guest;

    public override CaseFailure? Run(CaseBatch batch, SequenceProperty property)
    {
        GuestOutcome outcome = Execute(batch, batch.Outputs);
        if (outcome.End == GuestEnd.Completed)
            return Judge(batch, property, batch.Cases.Count, application.OutputBytes);

        CaseFailure death = Death(batch, outcome, application.OutputBytes);
        return Judge(batch, property, death.Position, application.OutputBytes) ?? death;
    }

    /// <summary>Runs the frames into <paramref name="outputs"/>, with padding cleared.</summary>
    public GuestOutcome Execute(CaseBatch batch, Span<byte> outputs)
    {
        if (_dead) Restart();
        GuestOutcome outcome = _guest!.Run(batch.Tags, batch.Inputs, outputs);
        if (outcome.End != GuestEnd.Completed)
        {
            _dead = true;
        }
        else if (outcome.FramesCompleted != batch.Frames)
        {
            _dead = true;
            outcome = outcome with
            {
                End = GuestEnd.QemuDied,
                Detail = $"the guest reports the batch complete after {outcome.FramesCompleted} of {batch.Frames} frames",
            };
        }

        application.Outputs.ClearPadding(outputs);
        return outcome;
    }

    public static CaseFailure Death(CaseBatch batch, GuestOutcome outcome, int outputBytes)
    {
        int position = batch.PositionOf(outcome);
        CaseSpan span = batch.Cases[position];
        int frame = Math.Clamp(outcome.FramesCompleted - span.FirstFrame, 0, span.Frames - 1);
        string message = outcome.End switch
        {
            GuestEnd.Panic => "the application panicked",
            GuestEnd.Hang => "the guest gave no answer within the time limit",
            GuestEnd.TripleFault => "the machine was reset by a triple fault",
            _ => "the machine ended without a verdict",
        };
        return new CaseFailure(
            position, VerdictOf(outcome.End), frame, message, outcome.Detail, batch.OutputsOf(span)[..(frame * outputBytes)].ToArray());
    }

    /// <summary>The verdict of a guest that ended; an end that claims completion without a case is an error.</summary>
    public static Verdict VerdictOf(GuestEnd end) => end switch
    {
        GuestEnd.Panic => Verdict.Panic,
        GuestEnd.Hang => Verdict.Hang,
        GuestEnd.TripleFault => Verdict.TripleFault,
        GuestEnd.QemuDied => Verdict.QemuDied,
        _ => Verdict.Error,
    };

    public override void Reset()
    {
        _guest?.Dispose();
        _guest = null;
        _dead = true;
    }

    /// <summary>Boots; after two failures in a row the third is not tried, as it would only cost time again.</summary>
    private IGuest Start()
    {
        if (_failedStarts >= 2) throw new InvalidOperationException($"the guest does not start: {_lastStartError}");
        try
        {
            IGuest guest = start();
            _failedStarts = 0;
            return guest;
        }
        catch (Exception e) when (e is not QemuMissingException)
        {
            _failedStarts++;
            _lastStartError = e.Message;
            throw;
        }
    }

    private void Restart()
    {
        Reset();
        IGuest guest = Start();
        _starts++;
        if (guest.InputBytes != application.InputBytes || guest.OutputBytes != application.OutputBytes)
        {
            string sizes = $"the image's ports have {guest.InputBytes} and {guest.OutputBytes} bytes where the host assembly's have {application.InputBytes} and {application.OutputBytes}";
            guest.Dispose();
            throw new LayoutMismatchException($"{sizes}; hint: build image and host assembly from the same sources");
        }

        _guest = guest;
        _dead = false;
        started?.Invoke(guest);
    }
}

/// <summary>Image and host assembly do not have the same ports: no case was run.</summary>
internal sealed class LayoutMismatchException(string message) : Exception(message);
