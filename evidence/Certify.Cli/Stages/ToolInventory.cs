using System.Diagnostics;
using Certify.Cli.Tools;
using Certify.Facts;

namespace Certify.Cli.Stages;

/// <summary>The tools of the chain as they are on this machine: version, and digest where a tool is one file.</summary>
internal static class ToolInventory
{
    /// <summary>Asks every tool.</summary>
    public static IReadOnlyList<ToolFact> Of(Workspace work)
    {
        var ilc = IlcPath(work);
        return
        [
            new(".NET SDK", work.SdkVersion, null, "build"),
            Library("C# compiler of the SDK", CompilerPath(work), "compiles the image's sources to IL"),
            new("ILC (NativeAOT compiler)", IlcVersion(ilc), Digest.OfFile(ilc), "compiles IL to machine code of the image"),
            Gnu("as", "assembles Platform/X64"),
            Gnu("ld", "links the image"),
            Program("qemu-system-x86_64", "QEMU", "simulates the target"),
            Library("FsCheck", Path.Combine(AppContext.BaseDirectory, "FsCheck.dll"), "generates the cases"),
            Library("ReportGenerator", Path.Combine(AppContext.BaseDirectory, "reportgenerator", "ReportGenerator.dll"), "line pages of the coverage"),
            new("Certify", Workspace.ToolVersion, null, "rules, harness, coverage, trace, documents"),
        ];
    }

    private static ToolFact Library(string name, string file, string purpose) => File.Exists(file)
        ? new ToolFact(name, (FileVersionInfo.GetVersionInfo(file).ProductVersion ?? "").Split('+')[0], Digest.OfFile(file), purpose)
        : throw new CommandException(ExitCodes.InternalFault, $"{name} is not where it should be ('{file}')");

    private static string CompilerPath(Workspace work)
    {
        var answer = ProcessRunner.Run("dotnet",
            ["msbuild", work.App.ProjectFile, "-nologo", "-p:Configuration=Release", "-getProperty:RoslynTargetsPath"], work.App.Folder, TimeSpan.FromMinutes(3));
        return Path.Combine(answer.Output.Trim(), "bincore", "csc.dll");
    }

    private static ToolFact Gnu(string program, string purpose) => Program(program, "GNU " + program, purpose);

    private static ToolFact Program(string program, string name, string purpose)
    {
        var file = Find(program) ?? throw CommandException.Host($"'{program}' is not installed", "./certify installs it, or names its package");
        var text = ProcessRunner.Run(file, ["--version"], "/", TimeSpan.FromSeconds(30)).Output;
        return new ToolFact(name, text.Split('\n')[0].Trim(), Digest.OfFile(file), purpose);
    }

    private static string? Find(string program) =>
        (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries)
            .Select(folder => Path.Combine(folder, program)).FirstOrDefault(File.Exists);

    private static string IlcPath(Workspace work)
    {
        var answer = ProcessRunner.Run("dotnet",
            ["msbuild", work.App.ProjectFile, "-nologo", "-p:Configuration=Release", "-getProperty:_CertifyIlc"], work.App.Folder, TimeSpan.FromMinutes(3));
        var path = answer.Output.Trim();
        return File.Exists(path) ? path : throw new CommandException(ExitCodes.InternalFault, $"the project names no ILC ('{path}')");
    }

    // .../runtime.linux-x64.microsoft.dotnet.ilcompiler/VERSION/tools/ilc
    private static string IlcVersion(string ilc) => Path.GetFileName(Path.GetDirectoryName(Path.GetDirectoryName(ilc)))!;
}
