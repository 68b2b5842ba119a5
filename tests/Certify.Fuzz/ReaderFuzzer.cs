using System.Diagnostics;
using System.Text;
using Certify.Trace.Formats;
using Certify.Trace.Model;

namespace Certify.Fuzz;

/// <summary>What one reader did with many damaged files.</summary>
/// <param name="Format">Name of the reader.</param>
/// <param name="Inputs">Files read.</param>
/// <param name="WithItems">Files of which at least one item was read.</param>
/// <param name="Slowest">Longest time of one file.</param>
/// <param name="MostAllocated">Most bytes allocated for one file beyond twenty times its size.</param>
/// <param name="Failures">What a reader must not do, each with the file that shows it; at most <see cref="ReaderFuzzer.FailuresMax"/>.</param>
public sealed record FuzzReport(
    string Format, long Inputs, long WithItems, TimeSpan Slowest, long MostAllocated, IReadOnlyList<FuzzFailure> Failures);

/// <summary>A file and what the reader did wrong with it.</summary>
public sealed record FuzzFailure(string What, string FileName, byte[] File);

/// <summary>
/// Reads damaged files and checks what holds of any file: no exception, nothing lost in silence, memory bounded by the size, the same answer
/// twice. Seeds are files that the format's own writer makes of generated items, or samples where it has none.
/// </summary>
public sealed class ReaderFuzzer(IItemReader reader, IItemWriter? writer, ulong seed)
{
    /// <summary>Failures kept.</summary>
    public const int FailuresMax = 5;

    /// <summary>A file that takes longer counts as a hang.</summary>
    public static readonly TimeSpan TimeMax = TimeSpan.FromSeconds(10);

    private const long AllocatedMax = 64L << 20;
    private readonly SplitMix _random = new(seed);
    private readonly List<FuzzFailure> _failures = [];
    private TimeSpan _slowest;
    private long _most;
    private long _withItems;

    /// <summary>Reads this many files.</summary>
    /// <param name="inputs">How many, at least 1.</param>
    /// <param name="current">Called with each file before it is read, so that a watchdog knows it.</param>
    public FuzzReport Run(long inputs, Action<byte[]>? current = null)
    {
        InputFile[] files = [];
        HashSet<string> ids = [];
        for (long i = 0; i < inputs && _failures.Count < FailuresMax; i++)
        {
            if (i % 64 == 0) (files, ids) = Seed();
            var letters = i % 8 == 7;
            // Own Markdown promises more than other formats: whatever one character becomes, no item is lost in silence.
            var strict = i % 8 == 6 && reader.Name == "markdown";
            var whole = i % 64 == 0;
            var at = _random.Below(files.Length);
            var damaged = files.ToArray();
            if (!whole) damaged[at] = new InputFile(files[at].Path, letters ? Mutator.InsertLetters(files[at].Bytes.ToArray(), _random)
                : strict ? Mutator.ChangeByte(files[at].Bytes.ToArray(), _random) : Mutator.Damage(files[at].Bytes.ToArray(), _random));
            current?.Invoke(damaged[at].Bytes.ToArray());
            Try(damaged, at, whole || letters || strict ? ids : null, again: i % 256 == 3);
        }
        return new FuzzReport(reader.Name, inputs, _withItems, _slowest, _most, _failures);
    }

    private (InputFile[] Files, HashSet<string> Ids) Seed()
    {
        if (writer is null) return ([_random.Of(FuzzSamples.Of(reader.Name))], []);
        var items = ItemMaker.Set(_random);
        return ([.. writer.Write(items, "set").Files], [.. items.Select(i => i.Id)]);
    }

    private void Try(InputFile[] files, int at, HashSet<string>? ids, bool again)
    {
        var size = files.Sum(f => (long)f.Bytes.Length);
        var before = GC.GetAllocatedBytesForCurrentThread();
        var watch = Stopwatch.StartNew();
        ReadOutcome outcome;
        try
        {
            outcome = reader.Read(files, ReadOptions.Default);
        }
        catch (Exception e)
        {
            Fail($"{e.GetType().Name}: {e.Message} {e.StackTrace?.Split('\n')[0].Trim()}", files[at]);
            return;
        }

        if (watch.Elapsed > _slowest) _slowest = watch.Elapsed;
        if (watch.Elapsed > TimeMax) Fail($"took {watch.Elapsed.TotalSeconds:0.0} s", files[at]);
        var allocated = GC.GetAllocatedBytesForCurrentThread() - before - 20 * size;
        _most = Math.Max(_most, allocated);
        if (allocated > AllocatedMax) Fail($"allocated {allocated >> 20} MiB beyond twenty times its size", files[at]);
        if (outcome.Items.Count > 0) _withItems++;
        else if (outcome.Findings.Count == 0) Fail("neither item nor finding", files[at]);
        foreach (var item in outcome.Items.Where(i => i.Id.Length is 0 or > TraceItem.IdLengthMax || i.Id.Any(char.IsControl))) Fail($"id '{item.Id}' is none", files[at]);
        if (ids is not null) Lost(files[at], files, ids, outcome);
        if (again && Summary(outcome) != Summary(reader.Read(files, ReadOptions.Default))) Fail("another answer the second time", files[at]);
    }

    // Letters put into one place break at most one thing; what is then missing without a word was lost in silence.
    private void Lost(InputFile file, InputFile[] files, HashSet<string> ids, ReadOutcome outcome)
    {
        if (outcome.Findings.Count > 0 || outcome.Losses.Count > 0) return;
        var read = outcome.Items.Select(i => i.Id).ToHashSet(StringComparer.Ordinal);
        var missing = ids.Where(id => !read.Contains(id)).ToList();
        // An id that letters were put into is another id; anything else is gone.
        if (outcome.Items.Count < ids.Count) Fail($"{missing.Count} of {ids.Count} items gone without a finding in {files.Length} files: {string.Join(", ", missing)}", file);
    }

    private static string Summary(ReadOutcome outcome) =>
        string.Join('\n', outcome.Items.Select(i => i.Fingerprint)) + "|" + string.Join('\n', outcome.Findings.Select(f => f.ToString())) + "|" + string.Join('\n', outcome.Losses.Select(l => l.ToString()));

    private void Fail(string what, InputFile file)
    {
        if (_failures.Count < FailuresMax) _failures.Add(new FuzzFailure(what, Path.GetFileName(file.Path), file.Bytes.ToArray()));
    }
}
