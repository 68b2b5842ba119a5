using System.Diagnostics;
using System.Globalization;
using Certify.Fuzz;
using Certify.Trace.Formats;

// dotnet run -c Release --project tests/Certify.Fuzz -- [INPUTS [SEED [FORMAT...]]]     1,000,000 inputs over all readers unless told
// dotnet run -c Release --project tests/Certify.Fuzz -- defects [SEED [ROUNDS]]           recall and precision of the audit
CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
if (args is ["defects", ..]) return DefectReport.Run(args.Length > 1 ? ulong.Parse(args[1]) : 1, args.Length > 2 ? int.Parse(args[2]) : 6);
var inputs = args.Length > 0 ? long.Parse(args[0]) : 1_000_000;
var seed = args.Length > 1 ? ulong.Parse(args[1]) : 1;
var readers = FormatList.Readers.Where(r => args.Length < 3 || args[2..].Contains(r.Name)).ToList();
if (readers.Count == 0 || inputs < readers.Count)
{
    Console.Error.WriteLine("fuzz: nothing to do; hint: give a number of inputs and names of formats: " + string.Join(", ", FormatList.Readers.Select(r => r.Name)));
    return 2;
}

var saved = 0;
var share = (inputs + readers.Count - 1) / readers.Count;
Console.WriteLine($"{inputs:N0} inputs, {share:N0} for each of {readers.Count} readers, seed {seed}\n{"format",-12}{"inputs",12}{"with items",12}{"seconds",10}{"slowest ms",12}{"most MiB",10}  failures");
Parallel.ForEach(readers, new ParallelOptions { MaxDegreeOfParallelism = Environment.ProcessorCount }, reader =>
{
    byte[]? current = null;
    var started = Stopwatch.GetTimestamp();
    using var watchdog = new Timer(_ => Hang(reader.Name, ref current, started), null, 1000, 1000);
    var watch = Stopwatch.StartNew();
    var writer = FormatList.Writers.FirstOrDefault(w => w.Name == reader.Name);
    var report = new ReaderFuzzer(reader, writer, seed).Run(share, file => { Volatile.Write(ref current, file); Volatile.Write(ref started, Stopwatch.GetTimestamp()); });
    Volatile.Write(ref current, null);
    lock (readers)
    {
        Console.WriteLine($"{report.Format,-12}{report.Inputs,12:N0}{report.WithItems,12:N0}{watch.Elapsed.TotalSeconds,10:0.0}{report.Slowest.TotalMilliseconds,12:0.0}{Math.Max(0, report.MostAllocated) / 1048576.0,10:0.0}  {report.Failures.Count}");
        foreach (var failure in report.Failures) Console.WriteLine($"    {failure.What}\n    kept as {Save(report.Format, failure.FileName, failure.File)}");
    }
});
Console.WriteLine(saved == 0 ? "no reader failed" : $"{saved} failures");
return saved == 0 ? 0 : 1;

void Hang(string format, ref byte[]? current, long started)
{
    if (Volatile.Read(ref current) is not { } file || Stopwatch.GetElapsedTime(Volatile.Read(ref started)) < TimeSpan.FromSeconds(60)) return;
    Console.WriteLine($"{format}: hangs; kept as {Save(format, "hang", file)}");
    Environment.Exit(1);
}

string Save(string format, string name, byte[] file)
{
    var folder = Path.Combine("artifacts", "fuzz", format);
    Directory.CreateDirectory(folder);
    var path = Path.Combine(folder, $"{Interlocked.Increment(ref saved):000}-{name}");
    File.WriteAllBytes(path, file);
    return path;
}
