using System.Reflection;
using Certify.Cli.Tools;
using Xunit;

namespace Certify.Cli.Tests;

public sealed class SdkCompilerTests
{
    // @verifies CFY-LLR-261
    [Fact]
    public void A_compiler_library_that_the_tool_lacks_comes_from_the_SDK_and_so_does_what_fixes_need_and_no_other_library()
    {
        SdkCompiler.Install(["check", "--json", AppContext.BaseDirectory]);
        var library = Assembly.Load("Microsoft.CodeAnalysis.VisualBasic");
        Assert.EndsWith(Path.Combine("Roslyn", "bincore", "Microsoft.CodeAnalysis.VisualBasic.dll"), library.Location, StringComparison.Ordinal);
        var fixes = Assembly.Load("Microsoft.CodeAnalysis.Workspaces");
        Assert.EndsWith(Path.Combine("dotnet-format", "Microsoft.CodeAnalysis.Workspaces.dll"), fixes.Location, StringComparison.Ordinal);
        Assert.Throws<FileNotFoundException>(() => Assembly.Load("Microsoft.Build.Tasks.CodeAnalysis.Nowhere"));
    }
}
