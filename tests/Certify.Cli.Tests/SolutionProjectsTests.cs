using Certify.Cli.Settings;
using Xunit;

namespace Certify.Cli.Tests;

public sealed class SolutionProjectsTests
{
    // @verifies CFY-LLR-262
    [Fact]
    public void Every_project_of_a_solution_is_named_once_in_order_of_path()
    {
        using var folder = new TemporaryFolder();
        foreach (var name in new[] { "a", "b" })
        {
            Directory.CreateDirectory(Path.Combine(folder.Path, name));
            File.WriteAllText(Path.Combine(folder.Path, name, name + ".csproj"), "<Project />");
        }

        File.WriteAllText(Path.Combine(folder.Path, "s.sln"), """
            Project("{9A19103F-16F7-4668-BE54-9A1E7A4F7556}") = "b", "b\b.csproj", "{1}"
            EndProject
            Project("{2150E333-8FDC-42A3-9474-1A3956D46DE8}") = "tests", "tests", "{2}"
            EndProject
            Project("{9A19103F-16F7-4668-BE54-9A1E7A4F7556}") = "a", "a/a.csproj", "{3}"
            EndProject
            """);
        File.WriteAllText(Path.Combine(folder.Path, "s.slnx"), "<Solution><Folder Name=\"/x/\"><Project Path=\"a/a.csproj\" /></Folder><Project Path=\"b/b.csproj\" /></Solution>");
        foreach (var solution in new[] { "s.sln", "s.slnx" })
            Assert.Equal(["a", "b"], SolutionProjects.Of(ProjectLocator.Locate(Path.Combine(folder.Path, solution))).Select(project => project.Name));
    }
}
