using Certify.Cli.Output;
using Certify.Cli.Settings;
using Certify.Cli.Stages;

namespace Certify.EndToEnd.Tests;

/// <summary>The flagship application, built once for all tests.</summary>
public sealed class FlightMonitorFixture
{
    private readonly Lazy<PropertyAssembly> _properties;

    public FlightMonitorFixture()
    {
        Folder = Path.Combine(Root, "unikernel", "Apps", "FlightMonitor");
        Work = Workspace.Open(ProjectLocator.Locate(Folder).FirstApp(), new StageLog(quiet: true));
        _properties = new(() => PropertyAssembly.Load(Work));
    }

    /// <summary>The repository's root.</summary>
    public static string Root { get; } = FindRoot();

    /// <summary>The application's folder.</summary>
    public string Folder { get; }

    internal Workspace Work { get; }

    internal PropertyAssembly Properties => _properties.Value;

    /// <summary>Copies the application's files, without build output, into a folder that builds like one in the repository.</summary>
    public string CopyTo(string folder)
    {
        foreach (var file in Workspace.FilesBelow(Folder))
        {
            var copy = Path.Combine(folder, Path.GetRelativePath(Folder, file));
            Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
            File.Copy(file, copy);
        }

        foreach (var name in new[] { "Directory.Build.props", "Directory.Build.targets" })
        {
            File.WriteAllText(Path.Combine(folder, name),
                $"<Project><Import Project=\"{Path.Combine(Root, "unikernel", "Apps", name)}\" /></Project>");
        }

        File.WriteAllText(Path.Combine(folder, "Directory.Packages.props"),
            $"<Project><Import Project=\"{Path.Combine(Root, "Directory.Packages.props")}\" /></Project>");
        return folder;
    }

    private static string FindRoot()
    {
        var folder = AppContext.BaseDirectory;
        while (folder is not null && !File.Exists(Path.Combine(folder, "Certify.sln"))) folder = Path.GetDirectoryName(folder);
        return folder ?? throw new InvalidOperationException("the tests do not run inside the repository");
    }
}
