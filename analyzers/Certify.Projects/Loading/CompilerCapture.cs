using Microsoft.CodeAnalysis;

namespace Certify.Projects.Loading;

/// <summary>
/// A stand-in that a build starts in place of the compiler (CscToolPath, CscToolExe): it keeps the arguments it
/// was given and compiles nothing. A shell script, since target compilations exist on Linux only.
/// </summary>
internal sealed class CompilerCapture : IDisposable
{
    /// <summary>File name of the stand-in.</summary>
    public const string Tool = "csc-capture.sh";

    private const string Output = "arguments.txt";

    private const string Script = """
        #!/bin/sh
        # Writes the words of every response file, and the arguments beside them, to one file.
        for argument in "$@"; do
            case "$argument" in
                @*) cat "${argument#@}" ;;
                *) printf '%s\n' "$argument" ;;
            esac
            printf '\n'
        done > "$(dirname "$0")/arguments.txt"
        """;

    private CompilerCapture(string folder) => Folder = folder;

    /// <summary>The folder of the stand-in.</summary>
    public string Folder { get; }

    /// <summary>Puts the stand-in into a new folder of its own.</summary>
    public static CompilerCapture Create()
    {
        var folder = Directory.CreateTempSubdirectory("certify-csc-").FullName;
        var path = Path.Combine(folder, Tool);
        File.WriteAllText(path, Script.ReplaceLineEndings("\n") + "\n");
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(path, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        }

        return new CompilerCapture(folder);
    }

    /// <summary>The arguments of the call, or null when there was none.</summary>
    public IReadOnlyList<string>? Arguments()
    {
        var path = Path.Combine(Folder, Output);
        if (!File.Exists(path)) return null;
        return [.. CommandLineParser.SplitCommandLineIntoArguments(File.ReadAllText(path).Replace("\uFEFF", "", StringComparison.Ordinal).ReplaceLineEndings(" "), removeHashComments: false)];
    }

    /// <summary>Removes the folder.</summary>
    public void Dispose() => Directory.Delete(Folder, recursive: true);
}
