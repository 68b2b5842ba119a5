namespace Certify.Cli.Settings;

/// <summary>What PATH on the command line means: a repository or one application.</summary>
/// <param name="Folder">Absolute folder of the certify.yaml or of the project file.</param>
/// <param name="Yaml">Its settings; empty where there is only a project file.</param>
/// <param name="Apps">The applications, in order.</param>
internal sealed record Target(string Folder, CertifyYaml Yaml, IReadOnlyList<AppSettings> Apps);

/// <summary>One application: its folder, project file and settings.</summary>
internal sealed record AppSettings(string Folder, string ProjectFile, string Name, CertifyYaml Yaml);

/// <summary>Finds and reads settings. Everything wrong in them is said with file and line.</summary>
// @llr CFY-LLR-063
internal static class ProjectLocator
{
    /// <summary>Name of the settings file.</summary>
    public const string FileName = "certify.yaml";

    /// <summary>Resolves PATH: a folder with a certify.yaml, a project file, a solution, or a folder with one project.</summary>
    public static Target Locate(string path)
    {
        var full = Path.GetFullPath(path);
        if (File.Exists(full)) return FromFile(full);
        if (!Directory.Exists(full))
            throw path.StartsWith('-')
                ? CommandException.BadInput($"{path}: no such option", "certify VERB --help names them")
                : CommandException.BadInput($"{path}: no such file or folder");
        var yaml = Path.Combine(full, FileName);
        if (File.Exists(yaml)) return FromYaml(full, SettingsReader.Read(yaml));
        var projects = Directory.GetFiles(full, "*.csproj");
        return projects.Length switch
        {
            1 => FromFile(projects[0]),
            0 => throw CommandException.BadInput(
                $"{path}: no {FileName} and no project here",
                $"give a project file, a solution, or a folder with a {FileName}"),
            _ => throw CommandException.BadInput(
                $"{path}: {projects.Length} projects and no {FileName}", "name one of the project files"),
        };
    }

    /// <summary>The first application, or an error where there is none.</summary>
    public static AppSettings FirstApp(this Target target) => target.Apps.Count > 0
        ? target.Apps[0]
        : throw CommandException.BadInput(
            $"{target.Folder}: no application", $"name one under 'apps:' in {FileName}, or give an application's project file");

    private static Target FromFile(string file)
    {
        var folder = Path.GetDirectoryName(file)!;
        if (Path.GetExtension(file) is ".sln" or ".slnx")
            return new Target(folder, new CertifyYaml { Solutions = [Path.GetFileName(file)] }, []);
        if (Path.GetExtension(file) != ".csproj")
            throw CommandException.BadInput($"{file}: neither a project (.csproj) nor a solution (.sln, .slnx)");
        var yamlFile = Path.Combine(folder, FileName);
        var yaml = File.Exists(yamlFile) ? SettingsReader.Read(yamlFile) : new CertifyYaml();
        yaml.Project ??= Path.GetFileName(file);
        var app = App(folder, yaml, file);
        return new Target(folder, yaml, [app]);
    }

    private static Target FromYaml(string folder, CertifyYaml yaml)
    {
        if (yaml.Project is not null)
            return new Target(folder, yaml, [App(folder, yaml, Path.GetFullPath(Path.Combine(folder, yaml.Project)))]);
        var apps = new List<AppSettings>();
        foreach (var entry in yaml.Apps)
        {
            var appFolder = Path.GetFullPath(Path.Combine(folder, entry));
            if (!File.Exists(Path.Combine(appFolder, FileName)))
                throw CommandException.BadInput($"{Path.Combine(folder, FileName)}: apps: '{entry}' has no {FileName}");
            var settings = SettingsReader.Read(Path.Combine(appFolder, FileName));
            if (settings.Project is null)
                throw CommandException.BadInput(
                    $"{Path.Combine(folder, FileName)}: apps: '{entry}' is no application: its {FileName} names no project",
                    "give the folder of an application, with 'project:' in its settings");
            apps.Add(FromYaml(appFolder, settings).FirstApp());
        }

        if (apps.Count == 0 && yaml.Solutions.Count == 0 && yaml.Traces.Count == 0)
            throw CommandException.BadInput(
                $"{Path.Combine(folder, FileName)}: names no project, no apps, no solutions and no traces");
        return new Target(folder, yaml, apps);
    }

    private static AppSettings App(string folder, CertifyYaml yaml, string projectFile)
    {
        if (!File.Exists(projectFile)) throw CommandException.BadInput($"{projectFile}: no such project file");
        if (yaml.Level is not ("A" or "B" or "C" or "D" or "E"))
            throw CommandException.BadInput($"{Path.Combine(folder, FileName)}: level '{yaml.Level}' is none of A, B, C, D, E");
        if (yaml.Name is { } name && !IsFileName(name))
            throw CommandException.BadInput(
                $"{Path.Combine(folder, FileName)}: name '{name}' cannot name a folder, and the package's folder has this name",
                "leave out '/' and control characters, and do not start it with '.'");
        return new AppSettings(folder, projectFile, yaml.Name ?? Path.GetFileNameWithoutExtension(projectFile), yaml);
    }

    private static bool IsFileName(string name) =>
        name.Trim().Length > 0 && name[0] != '.' && !name.Any(c => c is '/' or '\\' || char.IsControl(c));
}
