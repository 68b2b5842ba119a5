using Certify.Facts;

namespace Certify.Testing;

/// <summary>Turns the first failing case of a test into what the result says: message, smallest case, replay line.</summary>
internal sealed class FailureReport(HostApplication application, RunOptions options)
{
    private const int RangeCases = 64;

    /// <summary>Completes a result with the failure; shrinks it where asked to.</summary>
    public TestResult Write(
        TestResult result, SequenceProperty property, CaseSide side, int caseIndex, byte[] frames, CaseFailure failure)
    {
        int count = frames.Length / application.InputBytes;
        string message = $"case {caseIndex}, frame {failure.Frame} of {count}: {failure.Message}";
        string shrunk = $"as generated, {Plural(count)}\n" + Table(frames, failure);
        if (options.Shrink && failure.Verdict != Verdict.Error)
            shrunk = Shrink(property, side, result.Seed, caseIndex, frames, failure);
        return result with { Message = message, Shrunk = shrunk, Panic = failure.Panic?.TrimEnd(), Replay = Replay(result, caseIndex) };
    }

    /// <summary>The command that reproduces a case.</summary>
    public string Replay(TestResult result, int caseIndex)
    {
        string target = result.Side switch
        {
            TestSide.Host => "host",
            TestSide.Target => "qemu",
            _ => "host,qemu",
        };
        return $"{options.ReplayTool} test {Quoted(options.ReplayPath)} --target {target} --seed {options.Seed} --property {result.Test} --case {caseIndex}";
    }

    private string Shrink(
        SequenceProperty property, CaseSide side, ulong seed, int caseIndex, byte[] frames, CaseFailure failure)
    {
        var batch = new CaseBatch(application.Inputs, application.Outputs);
        int startLimit = side.Starts + options.ShrinkRestarts, hangs = 0;
        string? stopped = null;

        CaseFailure? Probe(byte[] candidate)
        {
            if (stopped is not null || !Allowed(property, candidate)) return null;
            batch.Clear();
            batch.Add(caseIndex, candidate, null);
            CaseFailure? seen = side.Run(batch, property);
            if (seen?.Verdict == Verdict.Hang && ++hangs >= options.ShrinkHangs) stopped = "hangs";
            if (side.Starts >= startLimit) stopped = "restarts";
            return seen is not null && seen.IsLike(failure) ? seen : null;
        }

        try
        {
            if (Probe(frames) is not { } again)
                return "does not fail alone: the case fails only after others, so state outlives the restart\n" + Table(frames, failure);
            var reducer = new SequenceReducer(
                application.Inputs, Ranges(property, seed, frames), Probe, options.ShrinkEvaluations);
            (byte[] small, CaseFailure smallFailure) = reducer.Reduce(frames, again);
            string limit = stopped is not null ? $", stopped by the limit of {stopped}"
                : reducer.Evaluations >= options.ShrinkEvaluations ? ", stopped by the limit" : "";
            int count = frames.Length / application.InputBytes, left = small.Length / application.InputBytes;
            return $"{Plural(left)} left of {count} after {reducer.Evaluations} evaluations{limit}\n"
                + $"  {smallFailure.Message}\n" + Table(small, smallFailure);
        }
        catch (Exception e) when (e is not OutOfMemoryException)
        {
            return $"shrinking ended early: {e.Message}\n" + Table(frames, failure);
        }
    }

    /// <summary>A bound that throws on a candidate does not allow it.</summary>
    private static bool Allowed(SequenceProperty property, byte[] candidate)
    {
        try
        {
            return property.Allows(candidate);
        }
        catch (Exception)
        {
            return false;
        }
    }

    private FieldRanges Ranges(SequenceProperty property, ulong seed, byte[] frames)
    {
        var ranges = new FieldRanges(application.Inputs);
        ranges.Add(frames);
        var batch = new CaseBatch(application.Inputs, application.Outputs);
        for (int index = 0; index < RangeCases; index++)
        {
            batch.Clear();
            try
            {
                property.Generate(Seeds.OfCase(seed, index), Seeds.SizeOfCase(index), index, batch);
            }
            catch (Exception)
            {
                continue;
            }

            ranges.Add(batch.Inputs);
        }

        return ranges;
    }

    private string Table(byte[] frames, CaseFailure failure) =>
        FrameTable.Write(application.Inputs, application.Outputs, frames, failure);

    /// <summary>An argument as a shell takes it for one word.</summary>
    private static string Quoted(string argument) =>
        argument.Length > 0 && argument.All(c => char.IsAsciiLetterOrDigit(c) || c is '/' or '.' or '-' or '_')
            ? argument
            : $"'{argument.Replace("'", "'\\''", StringComparison.Ordinal)}'";

    private static string Plural(int frames) => frames == 1 ? "1 frame" : $"{frames} frames";
}
