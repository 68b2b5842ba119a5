using Certify.Cli.Settings;
using Xunit;

namespace Certify.Cli.Tests;

public sealed class ProjectLocatorTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    // @verifies CFY-LLR-063
    [Fact]
    public void Reads_an_application()
    {
        _folder.Write("App.csproj", "<Project/>");
        _folder.Write("certify.yaml", "name: App\nproject: App.csproj\nlevel: B\n");
        var app = ProjectLocator.Locate(_folder.Path).FirstApp();
        Assert.Equal(("App", "B"), (app.Name, app.Yaml.Level));
    }

    // @verifies CFY-LLR-063
    [Fact]
    public void Names_file_and_line_of_an_unknown_key()
    {
        var file = _folder.Write("certify.yaml", "name: App\nprojct: App.csproj\n");
        var e = Assert.Throws<CommandException>(() => ProjectLocator.Locate(_folder.Path));
        Assert.Equal(ExitCodes.BadInput, e.ExitCode);
        Assert.Contains(file + ":2:", e.Message);
        Assert.Contains("projct", e.Message);
    }

    [Theory]
    [InlineData("")]
    [InlineData("level: A\n")]
    [InlineData("- a\n- b\n")]
    [InlineData("name: [unclosed\n")]
    [InlineData("name: A\nname: B\n")]
    [InlineData("project: Missing.csproj\n")]
    public void Refuses_settings_that_name_nothing_or_are_broken(string yaml)
    {
        _folder.Write("certify.yaml", yaml);
        Assert.Equal(ExitCodes.BadInput, Assert.Throws<CommandException>(() => ProjectLocator.Locate(_folder.Path)).ExitCode);
    }

    // @verifies CFY-LLR-063
    [Theory]
    [InlineData("project: App.csproj\ncomponents:\n", 2)]
    [InlineData("apps: [~]\n", 1)]
    [InlineData("project: App.csproj\nlevel: null\n", 2)]
    [InlineData("traces:\n  - name: own\n    requirements: ~\n", 3)]
    public void Names_the_line_of_a_key_without_value(string yaml, int line)
    {
        _folder.Write("App.csproj", "<Project/>");
        var file = _folder.Write("certify.yaml", yaml);
        var e = Assert.Throws<CommandException>(() => ProjectLocator.Locate(_folder.Path));
        Assert.Equal(ExitCodes.BadInput, e.ExitCode);
        Assert.Contains($"{file}:{line}:", e.Message);
    }

    [Fact]
    public void Refuses_a_repository_that_names_itself_as_an_application()
    {
        _folder.Write("certify.yaml", "apps: [.]\n");
        var e = Assert.Throws<CommandException>(() => ProjectLocator.Locate(_folder.Path));
        Assert.Equal(ExitCodes.BadInput, e.ExitCode);
        Assert.Contains("names no project", e.Message);
    }

    [Theory]
    [InlineData("../../outside")]
    [InlineData("..")]
    [InlineData("a/b")]
    [InlineData("' '")]
    public void Refuses_a_name_that_would_lead_the_package_elsewhere(string name)
    {
        _folder.Write("App.csproj", "<Project/>");
        _folder.Write("certify.yaml", $"project: App.csproj\nname: {name}\n");
        Assert.Equal(ExitCodes.BadInput, Assert.Throws<CommandException>(() => ProjectLocator.Locate(_folder.Path)).ExitCode);
    }

    [Fact]
    public void Says_that_an_unknown_option_is_one() =>
        Assert.Contains("no such option", Assert.Throws<CommandException>(() => ProjectLocator.Locate("--bogus")).Message);

    [Fact]
    public void Refuses_an_unknown_level()
    {
        _folder.Write("App.csproj", "<Project/>");
        _folder.Write("certify.yaml", "project: App.csproj\nlevel: F\n");
        Assert.Contains("'F'", Assert.Throws<CommandException>(() => ProjectLocator.Locate(_folder.Path)).Message);
    }

    // @verifies CFY-LLR-063
    [Fact]
    public void Refuses_a_folder_without_anything_and_a_path_that_is_not_there()
    {
        Assert.Equal(2, Assert.Throws<CommandException>(() => ProjectLocator.Locate(_folder.Path)).ExitCode);
        Assert.Equal(2, Assert.Throws<CommandException>(() => ProjectLocator.Locate(_folder.Path + "/none")).ExitCode);
    }

    [Fact]
    public void Takes_a_project_file_without_settings()
    {
        var file = _folder.Write("Some.csproj", "<Project/>");
        Assert.Equal("Some", ProjectLocator.Locate(file).FirstApp().Name);
    }
}
