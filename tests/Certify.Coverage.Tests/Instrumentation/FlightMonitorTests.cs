using System.Diagnostics;
using System.Reflection;
using System.Reflection.Emit;
using System.Runtime.InteropServices;
using Certify.Coverage.Instrumentation;
using Certify.Coverage.Recording;
using Xunit.Abstractions;

namespace Certify.Coverage.Tests.Instrumentation;

/// <summary>The flagship application, instrumented and run on the host.</summary>
public class FlightMonitorTests(ITestOutputHelper output)
{
    private const int Frames = 20_000;

    [ApplicationFact]
    public void Instrumented_application_gives_the_same_frames_and_every_obligation_is_measured()
    {
        var program = InstrumentedProgram.Of(Sources());
        Assert.All(program.Map.Statements, s => Assert.Null(s.Limit));
        Assert.All(program.Map.Decisions, d => Assert.Null(d.Limit));
        var (expected, plain) = Run(program.Original);
        var (actual, instrumented) = Run(program.Instrumented);
        Assert.Equal(expected, actual);
        var summary = CoverageSummary.ByComponent(CoverageFactsBuilder.Build(
            program.Record(), Sample.Header, "0", _ => true, Certify.Coverage.Justifications.JustificationFile.Empty).Facts);
        foreach (var s in summary)
        {
            output.WriteLine($"{s.Name}: statements {s.Statements.Covered}/{s.Statements.Total}, decisions {s.Decisions.Covered}/{s.Decisions.Total}, MC/DC {s.Conditions.Covered}/{s.Conditions.Total}");
        }
        output.WriteLine($"{program.Map.Layout.Bytes} counter bytes; {Frames} frames: plain {plain.TotalMilliseconds:F1} ms, instrumented {instrumented.TotalMilliseconds:F1} ms");
    }

    internal static IReadOnlyList<TargetSource> Sources()
    {
        var root = Repository.Root!;
        var annotations = Directory.GetFiles(Path.Combine(root, "unikernel", "Certify.Annotations"), "*.cs");
        var application = Directory.GetFiles(Path.Combine(root, Repository.FlightMonitor), "*.cs", SearchOption.AllDirectories)
            .Where(f => !f.Contains("/properties/", StringComparison.Ordinal) && !f.Contains("/obj/", StringComparison.Ordinal) && !f.Contains("/bin/", StringComparison.Ordinal));
        return [.. annotations.Concat(application).Order(StringComparer.Ordinal).Select(f =>
        {
            var relative = Path.GetRelativePath(root, f).Replace('\\', '/');
            return new TargetSource(f, relative, Path.GetFileName(Path.GetDirectoryName(f))!, File.ReadAllText(f), relative.Contains("/Apps/", StringComparison.Ordinal));
        })];
    }

    /// <summary>Steps random frames and gives all output bytes.</summary>
    private static (byte[] Outputs, TimeSpan Time) Run(Assembly assembly)
    {
        var application = assembly.GetType("FlightMonitor.FlightMonitorApplication", throwOnError: true)!;
        var step = application.GetMethod("Step", BindingFlags.Public | BindingFlags.Static)!;
        var types = step.GetParameters().Select(p => p.ParameterType.GetElementType()!).ToArray();
        var run = Driver(application, step, types);
        var inputs = new byte[SizeOf(types[1]) * Frames];
        FillInputs(inputs, SizeOf(types[1]));
        var outputs = new byte[SizeOf(types[2]) * Frames];
        run(inputs, outputs, 200);
        Array.Clear(outputs);
        var watch = Stopwatch.StartNew();
        run(inputs, outputs, Frames);
        return (outputs, watch.Elapsed);
    }

    /// <summary>Random bits; small integers and bytes 0 or 1 where the layout holds flags are what matters, so few distinct values are drawn.</summary>
    private static void FillInputs(byte[] inputs, int stride)
    {
        var random = new Random(7);
        float[] values = [0f, 1f, -1f, 2.5f, 100f, -1e7f, float.NaN];
        for (var frame = 0; frame < Frames; frame++)
        {
            var bytes = inputs.AsSpan(frame * stride, stride);
            for (var i = 0; i + 4 <= stride; i += 4)
            {
                if (i < 8) MemoryMarshal.Write(bytes[i..], random.Next() & 0x01010101);
                else if (random.Next(4) == 0) MemoryMarshal.Write(bytes[i..], random.Next(4));
                else MemoryMarshal.Write(bytes[i..], values[random.Next(values.Length)]);
            }
        }
    }

    private static int SizeOf(Type type) => (int)typeof(System.Runtime.CompilerServices.Unsafe).GetMethod("SizeOf")!.MakeGenericMethod(type).Invoke(null, null)!;

    /// <summary>A loop over frames in IL, because the types are known only at run time.</summary>
    private static Action<byte[], byte[], int> Driver(Type application, MethodInfo step, Type[] types)
    {
        var method = new DynamicMethod("Drive", null, [typeof(byte*), typeof(byte*), typeof(int)], application.Module, skipVisibility: true);
        var il = method.GetILGenerator();
        var state = il.DeclareLocal(types[0]);
        var top = il.DefineLabel();
        il.Emit(OpCodes.Ldloca, state);
        il.Emit(OpCodes.Call, application.GetMethod("Initialise")!);
        il.MarkLabel(top);
        il.Emit(OpCodes.Ldloca, state);
        il.Emit(OpCodes.Ldarg_0);
        il.Emit(OpCodes.Ldarg_1);
        il.Emit(OpCodes.Call, step);
        foreach (var (argument, type) in new[] { (0, types[1]), (1, types[2]) })
        {
            il.Emit(OpCodes.Ldarg, argument);
            il.Emit(OpCodes.Sizeof, type);
            il.Emit(OpCodes.Add);
            il.Emit(OpCodes.Starg, argument);
        }
        il.Emit(OpCodes.Ldarg_2);
        il.Emit(OpCodes.Ldc_I4_1);
        il.Emit(OpCodes.Sub);
        il.Emit(OpCodes.Dup);
        il.Emit(OpCodes.Starg, 2);
        il.Emit(OpCodes.Brtrue, top);
        il.Emit(OpCodes.Ret);
        var handle = method.CreateDelegate(typeof(Loop));
        return (inputs, outputs, frames) => Invoke((Loop)handle, inputs, outputs, frames);
    }

    private static unsafe void Invoke(Loop loop, byte[] inputs, byte[] outputs, int frames)
    {
        fixed (byte* i = inputs, o = outputs) loop(i, o, frames);
    }

    private unsafe delegate void Loop(byte* inputs, byte* outputs, int frames);

    private sealed class ApplicationFactAttribute : FactAttribute
    {
        public ApplicationFactAttribute()
        {
            if (Repository.Root is not { } root || !Directory.Exists(Path.Combine(root, Repository.FlightMonitor)))
            {
                Skip = $"{Repository.FlightMonitor} is not in this tree";
            }
        }
    }
}
