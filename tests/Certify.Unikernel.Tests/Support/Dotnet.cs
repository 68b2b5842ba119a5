using System.Diagnostics;

namespace Certify.Unikernel.Tests.Support;

/// <summary>Builds copies of the unikernel and of small applications in folders of their own.</summary>
internal static class Dotnet
{
    /// <summary>Runs `dotnet` with <paramref name="arguments"/>; exit code and everything printed.</summary>
    public static (int ExitCode, string Text) Run(string folder, params string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet") { WorkingDirectory = folder, RedirectStandardOutput = true, RedirectStandardError = true };
        foreach (var argument in arguments) start.ArgumentList.Add(argument);
        start.Environment["MSBUILDDISABLENODEREUSE"] = "1";
        using var process = Process.Start(start)!;
        var error = process.StandardError.ReadToEndAsync();
        var text = process.StandardOutput.ReadToEnd() + error.Result;
        process.WaitForExit();
        return (process.ExitCode, text);
    }

    /// <summary>Copies what an application inside the repository needs, without outputs and without the analyzers.</summary>
    public static void CopyRepository(string into)
    {
        foreach (var file in new[] { "Directory.Build.props", "Directory.Packages.props", "global.json" })
            File.Copy(Path.Combine(Images.Root, file), Path.Combine(into, file));
        foreach (var folder in new[] { "CoreLib", "Kernel", "Platform", "Certify.Annotations", "Certify.Unikernel.Sdk", "Apps/Hello" })
            CopyFolder(Path.Combine(Images.Root, "unikernel", folder), Path.Combine(into, "unikernel", folder));
        foreach (var file in new[] { "Directory.Build.props", "Directory.Build.targets" })
            File.Copy(Path.Combine(Images.Root, "unikernel/Apps", file), Path.Combine(into, "unikernel/Apps", file));
    }

    private static void CopyFolder(string from, string to)
    {
        Directory.CreateDirectory(to);
        foreach (var file in Directory.GetFiles(from)) File.Copy(file, Path.Combine(to, Path.GetFileName(file)));
        foreach (var folder in Directory.GetDirectories(from))
        {
            if (Path.GetFileName(folder) is not ("bin" or "obj")) CopyFolder(folder, Path.Combine(to, Path.GetFileName(folder)));
        }
    }
}
