using System.Reflection;
using System.Runtime.Loader;
using Certify.Cli.Tools;
using Certify.Testing;

namespace Certify.Cli.Stages;

/// <summary>The built properties of an application, loaded beside the tool.</summary>
/// <param name="Catalogue">The properties, every one well formed.</param>
/// <param name="Application">The application in its host assembly.</param>
internal sealed record PropertyAssembly(PropertyCatalogue Catalogue, HostApplication Application)
{
    /// <summary>Builds the properties project and loads what it gave.</summary>
    /// <exception cref="CommandException">It does not build (1), has no usable property, or no application (2).</exception>
    public static PropertyAssembly Load(Workspace work)
    {
        var folder = Build(work, out var name);
        var context = new PropertyLoadContext(folder);
        var assembly = context.LoadFromAssemblyPath(Path.Combine(folder, name + ".dll"));
        var application = context.LoadFromAssemblyPath(
            Path.Combine(folder, Path.GetFileNameWithoutExtension(work.App.ProjectFile) + ".dll"));
        var catalogue = PropertyCatalogue.From(assembly);
        if (catalogue.Errors.Count > 0)
            throw CommandException.BadInput(
                $"{name}: {catalogue.Errors.Count} properties are not usable\n"
                + string.Join('\n', catalogue.Errors.Select(e => $"{e.TestId}: {e.Message}")));
        try
        {
            return new PropertyAssembly(catalogue, HostApplication.Find(application));
        }
        catch (ArgumentException e)
        {
            throw CommandException.BadInput(e.Message);
        }
    }

    private static string Build(Workspace work, out string name)
    {
        if (work.App.Yaml.Properties is not { } setting)
            throw CommandException.BadInput(
                $"{work.App.Folder}: no properties", "name their project under 'properties:' in certify.yaml: no test is no evidence");
        var project = Path.GetFullPath(Path.Combine(work.App.Folder, setting));
        if (!File.Exists(project)) throw CommandException.BadInput($"{project}: no such project file (properties: in certify.yaml)");
        name = Path.GetFileNameWithoutExtension(project);
        var output = name;
        return work.Cache.Get("properties", work.BuildInputs().Append(project), into =>
        {
            var result = ProcessRunner.Run("dotnet", ["build", project, "-c", "Release", "-nologo", "-v", "quiet"], work.App.Folder);
            if (result.ExitCode != 0) throw BuildStage.Failure(output, result);
            var bin = Path.Combine(Path.GetDirectoryName(project)!, "bin", "Release", "net10.0");
            foreach (var file in Directory.GetFiles(bin)) File.Copy(file, Path.Combine(into, Path.GetFileName(file)));
        }).Folder;
    }
}

/// <summary>Loads the application's own assemblies from its folder and shares with the tool what both reference.</summary>
internal sealed class PropertyLoadContext(string folder) : AssemblyLoadContext("properties")
{
    /// <inheritdoc/>
    protected override Assembly? Load(AssemblyName assemblyName)
    {
        if (File.Exists(Path.Combine(AppContext.BaseDirectory, assemblyName.Name + ".dll"))) return null;
        var file = Path.Combine(folder, assemblyName.Name + ".dll");
        return File.Exists(file) ? LoadFromAssemblyPath(file) : null;
    }
}
