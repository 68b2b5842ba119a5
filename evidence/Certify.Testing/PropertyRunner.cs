using Certify.Facts;
using Certify.Machine;

namespace Certify.Testing;

/// <summary>
/// Runs properties on host, target or both. Nothing that goes wrong ends a run: a violated property, a dead
/// guest, or an exception in property code becomes the verdict of its test and the next test goes on with a
/// fresh guest. Only a passed verdict is a pass, and it needs every case.
/// </summary>
/// <param name="application">The application in its host assembly.</param>
/// <param name="startGuest">Boots the flight image; null where only the host side is asked for.</param>
/// <param name="options">Seed and bounds.</param>
/// <param name="observer">Told what happens, or null.</param>
// @llr CFY-LLR-042
public sealed class PropertyRunner(
    HostApplication application, Func<IGuest>? startGuest, RunOptions options, IRunObserver? observer = null)
{
    private readonly FailureReport _report = new(application, options);
    private long _framesOfRun;

    /// <summary>Runs every entry on every side, side by side per entry; results in that order.</summary>
    /// <exception cref="ArgumentException">The target is asked for without a guest to start.</exception>
    /// <exception cref="QemuMissingException">There is no QEMU: no verdict about anything.</exception>
    public IReadOnlyList<TestResult> Run(IReadOnlyList<PropertyEntry> entries, IReadOnlyList<TestSide> sides)
    {
        if (startGuest is null && sides.Any(side => side != TestSide.Host))
            throw new ArgumentException("the target side needs a guest to start", nameof(sides));

        using var host = new GuestSide(application, application.Start, null);
        using GuestSide? target = startGuest is null
            ? null
            : new GuestSide(application, startGuest, guest => observer?.GuestStarted(guest));
        var results = new List<TestResult>();
        for (int i = 0; i < entries.Count; i++)
        {
            foreach (TestSide side in sides)
            {
                observer?.TestStarted(entries[i], side);
                TestResult result = RunTest(entries[i], side, host, target);
                results.Add(result);
                observer?.TestFinished(entries[i], result, results.Count, entries.Count * sides.Count);
            }
        }

        return results;
    }

    private TestResult RunTest(PropertyEntry entry, TestSide side, GuestSide host, GuestSide? target)
    {
        ulong seed = Seeds.OfProperty(options.Seed, entry.TestId);
        using var recorder = new TestRecorder();
        CaseSide on = side switch
        {
            TestSide.Host => host,
            TestSide.Target => target!,
            _ => new DifferentialSide(application, host, target!),
        };
        try
        {
            SequenceProperty property = entry.Create();
            if (Mismatch(property) is { } mismatch) return recorder.Result(entry, side, seed, Verdict.Error, mismatch);
            return RunCases(entry, side, on, property, seed, recorder);
        }
        catch (GuestStartException e)
        {
            on.Reset();
            TestResult result = recorder.Result(
                entry, side, seed, GuestSide.VerdictOf(e.Outcome.End), "no case was run: the image did not come up");
            return result with { Panic = e.Outcome.Detail };
        }
        catch (Exception e) when (e is not (OutOfMemoryException or QemuMissingException))
        {
            on.Reset();
            return recorder.Result(entry, side, seed, Verdict.Error, $"{e.GetType().Name}: {e.Message}");
        }
    }

    private TestResult RunCases(
        PropertyEntry entry, TestSide side, CaseSide on, SequenceProperty property, ulong seed, TestRecorder recorder)
    {
        var source = new CaseSource(
            property, seed, Indices(entry), options.BatchBytes,
            () => new CaseBatch(application.Inputs, application.Outputs));
        (CaseFailure Failure, int Case, byte[] Frames)? failed = null;
        (int CaseIndex, Exception Exception)? fault = null;
        try
        {
            while (failed is null && fault is null && source.Next() is { } batch)
            {
                fault = batch.Fault;
                if (batch.Frames == 0) continue;
                CaseFailure? failure = on.Run(batch, property);
                recorder.Add(batch, failure);
                _framesOfRun += batch.Frames;
                observer?.Progress(recorder.Cases, _framesOfRun);
                if (failure is null) continue;
                CaseSpan span = batch.Cases[failure.Position];
                failed = (failure, span.Index, batch.InputsOf(span).ToArray());
            }
        }
        finally
        {
            source.Stop();
        }

        if (side != TestSide.Host && on.Guest is { } guest) observer?.CasesDone(entry, guest);
        return Conclude(entry, side, on, property, seed, recorder, failed, fault);
    }

    private TestResult Conclude(
        PropertyEntry entry, TestSide side, CaseSide on, SequenceProperty property, ulong seed, TestRecorder recorder,
        (CaseFailure Failure, int Case, byte[] Frames)? failed, (int CaseIndex, Exception Exception)? fault)
    {
        if (failed is { } f)
        {
            TestResult result = recorder.Result(entry, side, seed, f.Failure.Verdict, null);
            return _report.Write(result, property, on, f.Case, f.Frames, f.Failure);
        }

        if (fault is { } g)
        {
            TestResult result = recorder.Result(
                entry, side, seed, Verdict.Error,
                $"case {g.CaseIndex}: generating it threw {g.Exception.GetType().Name}: {g.Exception.Message}");
            return result with { Replay = _report.Replay(result, g.CaseIndex) };
        }

        return recorder.Cases == 0 || recorder.Frames == 0
            ? recorder.Result(entry, side, seed, Verdict.Error, "no case was run, which proves nothing")
            : recorder.Result(entry, side, seed, Verdict.Passed, null);
    }

    private int[] Indices(PropertyEntry entry)
    {
        if (options.Case is { } one) return [one];
        int cases = entry.Cases == 1 ? 1 : options.Cases ?? entry.Cases;
        return [.. Enumerable.Range(0, Math.Max(0, cases))];
    }

    private string? Mismatch(SequenceProperty property)
    {
        if (property.InputType == application.Inputs.Type && property.OutputType == application.Outputs.Type) return null;
        return $"is about '{property.InputType}' and '{property.OutputType}' where the application '{application.Type}' "
            + $"has '{application.Inputs.Type}' and '{application.Outputs.Type}'";
    }
}
