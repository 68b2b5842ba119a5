using System.Diagnostics;
using System.Text;

namespace Certify.Cli.Tools;

/// <summary>What a started tool gave back.</summary>
/// <param name="ExitCode">Its exit code.</param>
/// <param name="Output">Standard output.</param>
/// <param name="Error">Standard error.</param>
internal sealed record ProcessResult(int ExitCode, string Output, string Error)
{
    /// <summary>Both streams, for messages.</summary>
    public string All => Error.Length == 0 ? Output : Output + Error;
}

/// <summary>Starts tools: no shell, arguments as a list, a fixed locale, a time limit, killed with their children.</summary>
internal static class ProcessRunner
{
    /// <summary>Runs a tool to its end.</summary>
    /// <exception cref="CommandException">The tool is not there (exit code 3) or exceeded its time (exit code 4).</exception>
    public static ProcessResult Run(
        string file,
        IEnumerable<string> arguments,
        string workingDirectory,
        TimeSpan? limit = null,
        IReadOnlyDictionary<string, string>? environment = null,
        Action<string>? onLine = null)
    {
        using var process = new Process { StartInfo = StartInfo(file, arguments, workingDirectory, environment) };
        var output = new StringBuilder();
        var error = new StringBuilder();
        process.OutputDataReceived += (_, e) => Append(output, e.Data, onLine);
        process.ErrorDataReceived += (_, e) => Append(error, e.Data, null);
        try
        {
            process.Start();
        }
        catch (System.ComponentModel.Win32Exception e)
        {
            throw CommandException.Host($"cannot start '{file}': {e.Message}", $"install it, or put it on the PATH");
        }

        process.StandardInput.Close();
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        var time = limit ?? TimeSpan.FromMinutes(20);
        if (!process.WaitForExit(time))
        {
            process.Kill(entireProcessTree: true);
            throw new CommandException(ExitCodes.InternalFault, $"'{file}' did not end within {time.TotalSeconds:0} s and was stopped");
        }

        process.WaitForExit();
        lock (output) lock (error) return new ProcessResult(process.ExitCode, output.ToString(), error.ToString());
    }

    private static ProcessStartInfo StartInfo(
        string file, IEnumerable<string> arguments, string workingDirectory, IReadOnlyDictionary<string, string>? environment)
    {
        // With setpriv a tool ends with this process even when that is killed, and does not go on building beside the next run.
        // The tool is found on our own PATH, whatever PATH it is given for itself.
        var found = OnPath(file);
        var guardian = found is null ? null : OnPath("setpriv");
        var info = new ProcessStartInfo(guardian ?? file)
        {
            WorkingDirectory = workingDirectory,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            UseShellExecute = false,
        };
        if (guardian is not null) foreach (var argument in (string[])["--pdeathsig", "KILL", "--", found!]) info.ArgumentList.Add(argument);
        foreach (var argument in arguments) info.ArgumentList.Add(argument);
        info.Environment["LC_ALL"] = "C.UTF-8";
        info.Environment["DOTNET_CLI_UI_LANGUAGE"] = "en";
        info.Environment["DOTNET_NOLOGO"] = "1";
        info.Environment["MSBUILDTERMINALLOGGER"] = "off";
        foreach (var (name, value) in environment ?? new Dictionary<string, string>()) info.Environment[name] = value;
        return info;
    }

    private static string? OnPath(string file)
    {
        if (file.Contains('/')) return File.Exists(file) ? file : null;
        var folders = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries);
        return folders.Select(f => Path.Combine(f, file)).FirstOrDefault(File.Exists);
    }

    private static void Append(StringBuilder into, string? line, Action<string>? onLine)
    {
        if (line is null) return;
        lock (into) into.Append(line).Append('\n');
        onLine?.Invoke(line);
    }
}
