using System.Reflection;
using System.Text.Json;
using Certify.Cli.Output;
using Certify.Cli.Settings;
using Certify.Cli.Tools;
using Certify.Facts;

namespace Certify.Cli.Stages;

/// <summary>What every stage of one application knows: settings, revision, roots, tools, cache, log.</summary>
internal sealed class Workspace
{
    private static readonly HashSet<string> s_controlled =
        new([".cs", ".csproj", ".props", ".targets", ".json", ".yaml", ".md", ".txt", ".S", ".ld"], StringComparer.Ordinal);

    private static readonly string[] s_skipped = ["bin", "obj", ".certify", ".git", "artifacts", "TestResults", ".vs", ".idea"];

    private Workspace(AppSettings app, GitState git, string runtimeRoot, string sdkVersion, StageCache cache, StageLog log)
    {
        App = app;
        Git = git;
        RuntimeRoot = runtimeRoot;
        SdkVersion = sdkVersion;
        Cache = cache;
        Log = log;
        Paths = new DisplayPaths(git.Root);
    }

    /// <summary>The application.</summary>
    public AppSettings App { get; }

    /// <summary>Revision and history.</summary>
    public GitState Git { get; }

    /// <summary>Absolute folder of CoreLib, Platform, Kernel (a clone's unikernel/, or the SDK package).</summary>
    public string RuntimeRoot { get; }

    /// <summary>True in a clone; false where the runtime came as a package.</summary>
    public bool RuntimeIsInRepository => RuntimeRoot.StartsWith(Git.Root + Path.DirectorySeparatorChar, StringComparison.Ordinal);

    /// <summary>Version of the .NET SDK that builds.</summary>
    public string SdkVersion { get; }

    /// <summary>Results by content.</summary>
    public StageCache Cache { get; }

    /// <summary>Progress.</summary>
    public StageLog Log { get; }

    /// <summary>Machine paths to shown paths.</summary>
    public DisplayPaths Paths { get; }

    /// <summary>Version of Certify.</summary>
    public static string ToolVersion { get; } =
        typeof(Workspace).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion ?? "0";

    /// <summary>Opens the workspace of an application: asks git and MSBuild.</summary>
    public static Workspace Open(AppSettings app, StageLog log)
    {
        var git = GitState.Of(app.Folder);
        var (runtimeRoot, sdk) = AskProject(app);
        var cache = new StageCache(Path.Combine(git.Root, ".certify", "cache"), StageCache.DigestOfTool());
        return new Workspace(app, git, runtimeRoot, sdk, cache, log);
    }

    /// <summary>The application's folder as replay lines name it: relative to the repository.</summary>
    public string ShownFolder => App.Folder == Git.Root ? "." : Paths.Of(App.Folder);

    /// <summary>The same workspace as another commit of equal content would give it.</summary>
    public Workspace At(GitState git) => new(App, git, RuntimeRoot, SdkVersion, Cache, Log);

    /// <summary>The tool as replay lines name it: the script of the clone, pasted at its root, or the command.</summary>
    public string ShownTool => RuntimeIsInRepository && File.Exists(Path.Combine(Git.Root, "certify")) ? "./certify" : "certify";

    /// <summary>A header for a fact file.</summary>
    public FactHeader Header(
        string schema, string commandLine, IEnumerable<FileDigest> inputs, ulong? seed = null, string? imageSha256 = null) =>
        new(schema, ToolVersion, commandLine, Git.Revision, Git.Dirty,
            [.. inputs.DistinctBy(i => i.Path).OrderBy(i => i.Path, StringComparer.Ordinal)], seed, imageSha256);

    /// <summary>Reads what a stage left in the cache.</summary>
    public static T ReadFacts<T>(string file) => FactJson.Read<T>(File.ReadAllBytes(file), Path.GetFileName(file));

    /// <summary>Gives facts of equal inputs the revision they are used in: a stage's result depends on content only.</summary>
    public FactHeader Restamp(FactHeader header) => header with { Revision = Git.Revision, Dirty = Git.Dirty, ToolVersion = ToolVersion };

    /// <summary>Every file below a folder that a stage may read, in ordinal order; build output and caches are left out.</summary>
    public static IReadOnlyList<string> FilesBelow(string folder, params string[] extensions)
    {
        var found = new List<string>();
        Walk(new DirectoryInfo(folder), found, extensions);
        found.Sort(StringComparer.Ordinal);
        return found;
    }

    /// <summary>Digests of files, by shown path.</summary>
    public IReadOnlyList<FileDigest> Digests(IEnumerable<string> files) =>
        [.. files.Select(f => new FileDigest(Paths.Of(f), Digest.OfFile(f))).OrderBy(d => d.Path, StringComparer.Ordinal)];

    /// <summary>Cache key lines of everything that goes into a build: application, runtime, SDK targets, pinned versions.</summary>
    public IEnumerable<string> BuildInputs()
    {
        yield return "sdk " + SdkVersion;
        yield return "root " + Git.Root; // obj/ holds absolute paths; the image itself does not depend on it
        var files = FilesBelow(App.Folder).Concat(FilesBelow(RuntimeRoot).Where(IsRuntimeInput)).Concat(RootFiles());
        foreach (var file in files.Distinct().Order(StringComparer.Ordinal)) yield return file + " " + Digest.OfFile(file);
    }

    /// <summary>
    /// The files under configuration control that make the image and its properties: sources, project files, build
    /// rules, pinned versions. What names package sources of a machine is left out.
    /// </summary>
    public IEnumerable<string> BuildFiles() =>
        FilesBelow(App.Folder).Concat(FilesBelow(RuntimeRoot).Where(IsRuntimeInput)).Concat(RootFiles())
            .Where(f => s_controlled.Contains(Path.GetExtension(f)) && Path.GetFileName(f)[0] != '.').Distinct().Order(StringComparer.Ordinal);

    /// <summary>The component a source belongs to: one of the application's own, a part of the runtime, or generated code.</summary>
    public string ComponentOf(string file)
    {
        var full = Path.GetFullPath(file);
        var runtime = RuntimeRoot.TrimEnd(Path.DirectorySeparatorChar) + Path.DirectorySeparatorChar;
        var app = App.Folder.TrimEnd(Path.DirectorySeparatorChar) + Path.DirectorySeparatorChar;
        if (full.StartsWith(app, StringComparison.Ordinal))
        {
            var relative = full[app.Length..].Replace('\\', '/');
            if (relative.StartsWith("obj/", StringComparison.Ordinal)) return "Generated";
            return App.Yaml.Components.FirstOrDefault(c => c.Sources.Any(g => Glob.Matches(g, relative)))?.Name ?? App.Name;
        }

        return full.StartsWith(runtime, StringComparison.Ordinal) ? full[runtime.Length..].Split(Path.DirectorySeparatorChar)[0] : "Generated";
    }

    /// <summary>The component of a source by its shown path, or null for a file that is not there.</summary>
    public string? ComponentOfShown(string path)
    {
        var full = Path.GetFullPath(path, Git.Root);
        return File.Exists(full) ? ComponentOf(full) : null;
    }

    /// <summary>The shown path of a source as the image's debug information names it (the build's path map undone).</summary>
    public string FromImage(string path)
    {
        if (path.StartsWith("/_certify/", StringComparison.Ordinal)) return Paths.Of(Path.Combine(RuntimeRoot, path["/_certify/".Length..]));
        if (!path.StartsWith("/_/", StringComparison.Ordinal)) return path;
        return Paths.Of(Path.Combine(RuntimeIsInRepository ? Git.Root : App.Folder, path["/_/".Length..]));
    }

    private bool IsRuntimeInput(string file)
    {
        var relative = Path.GetRelativePath(RuntimeRoot, file).Replace('\\', '/');
        return !relative.StartsWith("Apps/", StringComparison.Ordinal)
            && !relative.StartsWith("Certify.Machine/", StringComparison.Ordinal)
            && !relative.StartsWith("Certify.Image/", StringComparison.Ordinal);
    }

    private IEnumerable<string> RootFiles()
    {
        foreach (var name in new[] { "Directory.Build.props", "Directory.Build.targets", "Directory.Packages.props", "global.json", "nuget.config" })
        {
            for (var folder = App.Folder; folder is not null && folder.Length >= Git.Root.Length; folder = Path.GetDirectoryName(folder))
            {
                var file = Path.Combine(folder, name);
                if (File.Exists(file)) yield return file;
            }
        }

        var analyzers = Path.Combine(Git.Root, "analyzers", "Certify.Analyzers");
        if (Directory.Exists(analyzers)) foreach (var file in FilesBelow(analyzers)) yield return file;
    }

    private static void Walk(DirectoryInfo folder, List<string> found, string[] extensions)
    {
        foreach (var entry in folder.EnumerateFileSystemInfos())
        {
            if (entry.LinkTarget is not null) continue; // a link may lead anywhere
            if (entry is DirectoryInfo sub)
            {
                if (!s_skipped.Contains(sub.Name)) Walk(sub, found, extensions);
            }
            else if (extensions.Length == 0 || extensions.Contains(entry.Extension))
            {
                found.Add(entry.FullName);
            }
        }
    }

    private static (string RuntimeRoot, string Sdk) AskProject(AppSettings app)
    {
        var answer = ProcessRunner.Run("dotnet",
            ["msbuild", app.ProjectFile, "-nologo", "-p:Configuration=Release", "-getProperty:CertifyUnikernelRoot", "-getProperty:NETCoreSdkVersion"],
            app.Folder, TimeSpan.FromMinutes(3));
        var root = Property(answer.Output, "CertifyUnikernelRoot");
        if (answer.ExitCode == 0 && root.Length == 0)
        {
            // From a package the root is known only after a restore has brought the package's props.
            var restore = ProcessRunner.Run("dotnet", ["restore", app.ProjectFile, "-v", "quiet"], app.Folder, TimeSpan.FromMinutes(10));
            if (restore.ExitCode != 0) throw CommandException.BadInput($"{app.ProjectFile}: restore failed\n{restore.All.Trim()}");
            answer = ProcessRunner.Run("dotnet",
                ["msbuild", app.ProjectFile, "-nologo", "-p:Configuration=Release", "-getProperty:CertifyUnikernelRoot", "-getProperty:NETCoreSdkVersion"],
                app.Folder, TimeSpan.FromMinutes(3));
            root = Property(answer.Output, "CertifyUnikernelRoot");
        }

        if (answer.ExitCode != 0) throw CommandException.BadInput($"{app.ProjectFile}: MSBuild cannot read it\n{answer.All.Trim()}");
        if (root.Length == 0)
            throw CommandException.BadInput(
                $"{app.ProjectFile}: is no Certify application",
                "add <PackageReference Include=\"Certify.Unikernel.Sdk\" /> and <CertifyApplication> to it");
        return (Path.GetFullPath(root, app.Folder), Property(answer.Output, "NETCoreSdkVersion"));
    }

    private static string Property(string json, string name)
    {
        try
        {
            using var document = JsonDocument.Parse(json);
            return document.RootElement.GetProperty("Properties").GetProperty(name).GetString() ?? "";
        }
        catch (JsonException)
        {
            return "";
        }
    }
}
