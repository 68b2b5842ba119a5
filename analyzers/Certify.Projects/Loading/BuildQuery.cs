using System.Diagnostics;
using System.Text.Json;

namespace Certify.Projects.Loading;

/// <summary>
/// Asks a project's own build for the compiler's command line: <c>dotnet msbuild</c> runs every target up to the
/// compiler and hands over the arguments instead of starting it. The target compilation's call is caught by a
/// stand-in for the compiler.
/// </summary>
internal static class BuildQuery
{
    private const string HostItem = "CscCommandLineArgs";
    private const string ApplicationProperty = "CertifyApplication";
    private static readonly string[] s_properties =
        [ApplicationProperty, "AssemblyName", "TargetPath", "_CertifyOut", "RoslynTargetsPath", "NETCoreSdkVersion", "CertifyConfigurations", "MSBuildProjectDirectory"];

    // Set by a dotnet process for its children; they would send the child to another SDK's files.
    private static readonly string[] s_foreign = ["MSBuildSDKsPath", "MSBUILD_EXE_PATH", "MSBuildExtensionsPath", "MSBuildLoadMicrosoftTargetsReadOnly"];

    /// <summary>The arguments of the host's and, where there is one, the target's compiler call, and what the build says of itself.</summary>
    public static async Task<BuildAnswer> AskAsync(CompilationRequest request, CancellationToken cancellation)
    {
        using var guest = new GuestTargets();
        using var json = Parse(request, await RunAsync(
            request,
            [
                "-restore", "-t:Compile", "-getItem:" + HostItem, "-p:ProvideCommandLineArgs=true", .. Common(guest),
                .. s_properties.Select(name => "-getProperty:" + name),
            ],
            cancellation));
        var host = Identities(json.RootElement.GetProperty("Items"), HostItem);
        if (host.Count == 0) throw Failure(request, "its build gives the compiler nothing to do");
        var values = json.RootElement.GetProperty("Properties");
        string Value(string name) => values.GetProperty(name).GetString() ?? "";
        var application = request.WithTarget && Value(ApplicationProperty).Length > 0;
        var folder = Value("MSBuildProjectDirectory");
        return new BuildAnswer(host, application ? await TargetAsync(request, Value("AssemblyName"), guest, cancellation) : null)
        {
            HostAssembly = Path.GetFullPath(Value("TargetPath"), folder),
            TargetAssembly = application ? Path.GetFullPath(Value("_CertifyOut") + Value("AssemblyName") + ".target.dll", folder) : null,
            CompilerFolder = Value("RoslynTargetsPath"),
            SdkVersion = Value("NETCoreSdkVersion"),
            Configurations = Value("CertifyConfigurations"),
        };
    }

    private static async Task<IReadOnlyList<string>> TargetAsync(
        CompilationRequest request, string assembly, GuestTargets guest, CancellationToken cancellation)
    {
        using var capture = CompilerCapture.Create();
        await RunAsync(
            request,
            [
                "-t:Compile;CertifyCheckTools;CertifyListTargetSources;CertifyCompileTarget", .. Common(guest),
                "-p:CscToolPath=" + capture.Folder, "-p:CscToolExe=" + CompilerCapture.Tool,
                // The output is one that never exists, so the compiler call is never skipped as up to date.
                $"-p:_CertifyModule=check/{assembly}.target",
            ],
            cancellation);
        return capture.Arguments() ?? throw Failure(request, "the compiler call of its target compilation was not seen");
    }

    /// <summary>What makes a build go as far as the compiler without starting it.</summary>
    internal static string[] Common(GuestTargets guest) =>
    [
        "-p:SkipCompilerExecution=true", "-p:BuildProjectReferences=false", "-p:NonExistentFile=__none__/__none__",
        "-p:CustomAfterMicrosoftCommonTargets=" + guest.Path,
    ];

    private static IReadOnlyList<string> Identities(JsonElement items, string name) =>
        items.TryGetProperty(name, out var list)
            ? [.. list.EnumerateArray().Select(item => item.GetProperty("Identity").GetString()!)]
            : [];

    private static JsonDocument Parse(CompilationRequest request, string text)
    {
        // Messages of the build may come before the answer.
        var start = text.IndexOf("{\n", StringComparison.Ordinal);
        try
        {
            return JsonDocument.Parse(start < 0 ? text : text[start..]);
        }
        catch (JsonException e)
        {
            throw new ProjectLoadException($"{request.ProjectPath}: 'dotnet msbuild' answered no JSON: {text.Trim()}", e);
        }
    }

    /// <summary>Runs MSBuild in the folder of the project, on the project or on another file in its place.</summary>
    internal static async Task<string> RunAsync(
        CompilationRequest request, string[] arguments, CancellationToken cancellation, string? file = null)
    {
        var start = new ProcessStartInfo(DotnetPath())
        {
            WorkingDirectory = Path.GetDirectoryName(request.ProjectPath)!,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            UseShellExecute = false,
        };
        foreach (var argument in (string[])["msbuild", file ?? request.ProjectPath, "-nologo", "-v:quiet", "-nodeReuse:false", "-p:Configuration=" + request.Configuration, .. arguments])
        {
            start.ArgumentList.Add(argument);
        }

        foreach (var (name, value) in request.Properties) start.ArgumentList.Add($"-p:{name}={value}");
        foreach (var name in s_foreign) start.Environment.Remove(name);
        start.Environment["DOTNET_CLI_UI_LANGUAGE"] = "en";
        using var process = Start(start);
        try
        {
            var output = process.StandardOutput.ReadToEndAsync(cancellation);
            var errors = process.StandardError.ReadToEndAsync(cancellation);
            await process.WaitForExitAsync(cancellation);
            var text = await output;
            if (process.ExitCode == 0) return text.ReplaceLineEndings("\n");
            throw Failure(request, $"'dotnet msbuild' ended with {process.ExitCode}: {Tail(text + await errors)}");
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
            throw;
        }
    }

    // The SDK this tool itself was started with, where that is known.
    private static string DotnetPath()
    {
        var root = Environment.GetEnvironmentVariable("DOTNET_ROOT");
        string?[] candidates = [Environment.GetEnvironmentVariable("DOTNET_HOST_PATH"), root is null ? null : Path.Combine(root, "dotnet")];
        return candidates.FirstOrDefault(File.Exists) ?? "dotnet";
    }

    private static Process Start(ProcessStartInfo start)
    {
        try
        {
            return Process.Start(start)!;
        }
        catch (System.ComponentModel.Win32Exception e)
        {
            throw new ProjectLoadException("'dotnet' cannot be started. hint: install the .NET 10 SDK and put it on PATH", e);
        }
    }

    internal static ProjectLoadException Failure(CompilationRequest request, string why) =>
        new($"{request.ProjectPath}: cannot be loaded: {why}. hint: 'dotnet build' on it shows what is wrong");

    private static string Tail(string text)
    {
        var errors = text.Split('\n').Where(line => line.Contains("error", StringComparison.OrdinalIgnoreCase))
            .Select(line => line.Trim()).Distinct().Take(5).ToList();
        return errors.Count > 0 ? string.Join(" | ", errors) : text.Trim();
    }
}
