using System.Buffers.Binary;
using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using Certify.Coverage.Instrumentation;
using Certify.Coverage.Recording;

namespace Certify.Coverage.Tests.Instrumentation;

/// <summary>The smallest application with core library and kernel, instrumented, built to an image, booted, counters read from guest memory.</summary>
public sealed class InstrumentedImageTests : IDisposable
{
    private const long Mailbox = 0x200000;
    private const int GuestBytes = 4 << 20;
    private const int NormalEnd = 33;

    private readonly string _folder = Directory.CreateTempSubdirectory("certify-coverage-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [ImageFact]
    public void Counters_in_guest_memory_show_what_the_booted_image_ran()
    {
        var project = CopyHello();
        var result = SourceInstrumenter.Instrument(ListSources(project), new InstrumentationOptions(["CERTIFY_TARGET"], []));
        Assert.All(result.Map.Decisions, d => Assert.Null(d.Limit));
        var list = WriteSources(result);
        Run("dotnet", _folder, ["build", project, "-c", "Release", "-v", "q", "-p:CertifyVariant=instrumented", "-p:CertifyTargetSourceList=" + list, .. Settings]);
        var image = Path.Combine(_folder, "Hello", "bin", "Release", "net10.0", "certify", "instrumented", "Hello.elf");

        var recorder = new CoverageRecorder(result.Map);
        recorder.Add("M:Frames", Boot(image, result.Map.Layout, frames: 3));

        var reached = result.Map.Statements.Where(s => recorder.TestsOf(s).Count > 0).Select(s => s.Text).ToList();
        Assert.Contains("state.Frames = unchecked(state.Frames + 1);", reached);
        Assert.Contains("Console.WriteLine(\"hello\");", reached);
        var first = result.Map.Decisions.Single(d => d.Text == "state.Frames == 0");
        Assert.Equal(["F", "T"], recorder.Of(first).Paths.Keys.Select(k => first.Graph().Decode(k).Values));
        Assert.Contains(result.Map.Statements, s => s.Component == "Kernel" && recorder.TestsOf(s).Count > 0);
    }

    private static string[] Settings => ["-p:CertifyAnalyzers=false", "-p:CertifyAnalyzersOffReason=test", "-nodeReuse:false"];

    private string CopyHello()
    {
        var root = Repository.Root! + "/";
        var target = Directory.CreateDirectory(Path.Combine(_folder, "Hello")).FullName;
        foreach (var file in Directory.GetFiles(Path.Combine(root, "unikernel", "Apps", "Hello"), "*.cs*")) File.Copy(file, Path.Combine(target, Path.GetFileName(file)));
        File.WriteAllText(Path.Combine(_folder, "Directory.Build.props"), $"""
            <Project>
              <PropertyGroup>
                <CertifyRepositoryRoot>{root}</CertifyRepositoryRoot>
                <CertifyUnikernelRoot>{root}unikernel/</CertifyUnikernelRoot>
              </PropertyGroup>
              <Import Project="{root}unikernel/Certify.Unikernel.Sdk/build/Certify.Unikernel.Sdk.props" />
            </Project>
            """);
        File.Copy(Path.Combine(root, "unikernel", "Apps", "Directory.Build.targets"), Path.Combine(_folder, "Directory.Build.targets"));
        var project = Path.Combine(target, "Hello.csproj");
        Run("dotnet", _folder, ["restore", project, "-v", "q", .. Settings]);
        return project;
    }

    private List<TargetSource> ListSources(string project)
    {
        var json = Run("dotnet", _folder, ["msbuild", project, "-t:CertifyListTargetSources", "-getItem:CertifyTargetSource", "-p:Configuration=Release", .. Settings]);
        using var items = JsonDocument.Parse(json);
        return [.. items.RootElement.GetProperty("Items").GetProperty("CertifyTargetSource").EnumerateArray().Select(item =>
        {
            var path = item.GetProperty("FullPath").GetString()!;
            var own = path.StartsWith(_folder, StringComparison.Ordinal);
            var relative = Path.GetRelativePath(own ? _folder : Repository.Root!, path);
            return new TargetSource(path, relative, own ? "Hello" : relative.Split('/')[1], File.ReadAllText(path));
        })];
    }

    private string WriteSources(InstrumentationResult result)
    {
        var paths = new List<string>();
        foreach (var (name, text) in result.Sources.Select(s => (s.RelativePath, s.Text)).Append((SourceInstrumenter.RuntimeFileName, result.RuntimeSource)))
        {
            paths.Add(Path.Combine(_folder, "rewritten", name));
            Directory.CreateDirectory(Path.GetDirectoryName(paths[^1])!);
            File.WriteAllText(paths[^1], text);
        }
        var list = Path.Combine(_folder, "sources.txt");
        File.WriteAllLines(list, paths);
        return list;
    }

    /// <summary>Boots with the frames released beforehand and the order to stop, and gives the counters from the RAM file.</summary>
    private byte[] Boot(string image, Obligations.CounterLayout layout, int frames)
    {
        var memory = new byte[GuestBytes];
        BinaryPrimitives.WriteInt32LittleEndian(memory.AsSpan((int)Mailbox + 64), frames);
        BinaryPrimitives.WriteInt32LittleEndian(memory.AsSpan((int)Mailbox + 68), 1);
        var ram = Path.Combine(_folder, "ram");
        File.WriteAllBytes(ram, memory);
        Run("timeout", _folder, NormalEnd, ["60", "qemu-system-x86_64", "-M", "microvm,pit=off,pic=off,rtc=off,isa-serial=off,memory-backend=m0",
            "-object", $"memory-backend-file,id=m0,size=4M,mem-path={ram},share=on", "-m", "4", "-accel", "tcg", "-cpu", "max", "-nodefaults",
            "-no-reboot", "-display", "none", "-device", "isa-debug-exit,iobase=0xf4,iosize=4", "-kernel", image]);
        var symbol = Run("nm", _folder, image).Split('\n').Single(l => l.Contains(layout.SymbolPart, StringComparison.Ordinal));
        var address = int.Parse(symbol.AsSpan(0, 16), NumberStyles.HexNumber, CultureInfo.InvariantCulture);
        return File.ReadAllBytes(ram).AsSpan(address, layout.Bytes).ToArray();
    }

    private static string Run(string tool, string folder, params string[] arguments) => Run(tool, folder, 0, arguments);

    private static string Run(string tool, string folder, int expected, string[] arguments)
    {
        var start = new ProcessStartInfo(tool, arguments) { WorkingDirectory = folder, RedirectStandardOutput = true, RedirectStandardError = true };
        foreach (var name in start.Environment.Keys.Where(k => k.StartsWith("MSBUILD", StringComparison.OrdinalIgnoreCase)).ToList()) start.Environment.Remove(name);
        using var process = Process.Start(start)!;
        var error = process.StandardError.ReadToEndAsync();
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        Assert.True(process.ExitCode == expected, $"{tool} {string.Join(' ', arguments)} ended with {process.ExitCode}\n{output}\n{error.Result}");
        return output;
    }

    private sealed class ImageFactAttribute : FactAttribute
    {
        public ImageFactAttribute()
        {
            var missing = new[] { "qemu-system-x86_64", "ld", "as", "nm" }.FirstOrDefault(t => !OnPath(t));
            if (Repository.Root is not { } root || !Directory.Exists(Path.Combine(root, "unikernel", "Apps", "Hello"))) Skip = "unikernel/Apps/Hello is not in this tree";
            else if (!OperatingSystem.IsLinux()) Skip = "images are built on Linux only";
            else if (missing is not null) Skip = missing + " is not installed";
        }

        private static bool OnPath(string tool) =>
            (Environment.GetEnvironmentVariable("PATH") ?? "").Split(':').Any(f => File.Exists(Path.Combine(f, tool)));
    }
}
