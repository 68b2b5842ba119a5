using System.Diagnostics;
using System.Text.Json;

namespace Certify.Projects.Loading;

/// <summary>
/// Asks a project's own build for the compiler's command line: <c>dotnet msbuild</c> runs every target up to the
/// compiler and hands over the arguments instead of starting it.
/// </summary>
internal static class BuildQuery
{
    private const string HostItem = "CscCommandLineArgs";
    private const string TargetItem = "CertifyTargetCscCommandLineArgs";
    private const string ApplicationProperty = "CertifyApplication";

    // Set by a dotnet process for its children; they would send the child to another SDK's files.
    private static readonly string[] s_foreign = ["MSBuildSDKsPath", "MSBUILD_EXE_PATH", "MSBuildExtensionsPath", "MSBuildLoadMicrosoftTargetsReadOnly"];

    /// <summary>The arguments of the host's and, where there is one, the target's compiler call.</summary>
    public static async Task<(IReadOnlyList<string> Host, IReadOnlyList<string>? Target)> AskAsync(
        CompilationRequest request, CancellationToken cancellation)
    {
        var application = (await RunAsync(request, ["-getProperty:" + ApplicationProperty], cancellation)).Trim();
        var withTarget = request.WithTarget && application.Length > 0;
        var targets = withTarget
            ? "Compile;CertifyCheckTools;CertifyListTargetSources;CertifyCompileTarget"
            : "Compile";
        var text = await RunAsync(
            request,
            [
                "-restore", "-t:" + targets, "-getItem:" + HostItem, "-getItem:" + TargetItem,
                "-p:ProvideCommandLineArgs=true", "-p:SkipCompilerExecution=true", "-p:BuildProjectReferences=false",
                "-p:NonExistentFile=__none__/__none__",
            ],
            cancellation);
        using var json = Parse(request, text);
        var items = json.RootElement.GetProperty("Items");
        var host = Identities(items, HostItem);
        if (host.Count == 0) throw Failure(request, "its build gives the compiler nothing to do");
        if (!withTarget) return (host, null);
        var target = Identities(items, TargetItem);
        return target.Count > 0
            ? (host, target)
            : throw Failure(request, $"target CertifyCompileTarget does not hand over its command line as item {TargetItem}");
    }

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

    private static async Task<string> RunAsync(
        CompilationRequest request, string[] arguments, CancellationToken cancellation)
    {
        var start = new ProcessStartInfo("dotnet")
        {
            WorkingDirectory = Path.GetDirectoryName(request.ProjectPath)!,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            UseShellExecute = false,
        };
        foreach (var argument in (string[])["msbuild", request.ProjectPath, "-nologo", "-v:quiet", "-nodeReuse:false", "-p:Configuration=" + request.Configuration, .. arguments])
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

    private static ProjectLoadException Failure(CompilationRequest request, string why) =>
        new($"{request.ProjectPath}: cannot be loaded: {why}. hint: 'dotnet build' on it shows what is wrong");

    private static string Tail(string text)
    {
        var errors = text.Split('\n').Where(line => line.Contains("error", StringComparison.OrdinalIgnoreCase))
            .Select(line => line.Trim()).Distinct().Take(5).ToList();
        return errors.Count > 0 ? string.Join(" | ", errors) : text.Trim();
    }
}
