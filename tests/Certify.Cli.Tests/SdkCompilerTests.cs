using System.Reflection;
using Certify.Cli.Tools;
using Xunit;

namespace Certify.Cli.Tests;

public sealed class SdkCompilerTests
{
    // @verifies CFY-LLR-261
    [Fact]
    public void A_compiler_library_that_the_tool_lacks_comes_from_the_SDK_and_no_other_library_does()
    {
        SdkCompiler.Install(["check", "--json", AppContext.BaseDirectory]);
        var library = Assembly.Load("Microsoft.CodeAnalysis.VisualBasic");
        Assert.EndsWith(Path.Combine("Roslyn", "bincore", "Microsoft.CodeAnalysis.VisualBasic.dll"), library.Location, StringComparison.Ordinal);
        Assert.Throws<FileNotFoundException>(() => Assembly.Load("Microsoft.Build.Tasks.CodeAnalysis.Nowhere"));
    }
}
