using Certify.Cli.Tools;
using Xunit;

namespace Certify.Cli.Tests;

public sealed class ProcessRunnerTests
{
    [Fact]
    public void A_tool_that_is_not_there_is_a_lack_of_the_host()
    {
        var e = Assert.Throws<CommandException>(() => ProcessRunner.Run("certify-no-such-tool", [], "/"));
        Assert.Equal(ExitCodes.HostEnvironment, e.ExitCode);
        Assert.Contains("certify-no-such-tool", e.Message);
    }

    [Fact]
    public void A_tool_ends_with_the_process_that_started_it()
    {
        if (!File.Exists("/usr/bin/setpriv")) return;
        Assert.Contains("death signal: KILL", ProcessRunner.Run("setpriv", ["--dump"], "/").Output, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public void Arguments_and_exit_code_pass_unchanged()
    {
        var run = ProcessRunner.Run("sh", ["-c", "printf '%s' \"$1\"; exit 7", "x", "a b;$c"], "/");
        Assert.Equal((7, "a b;$c\n"), (run.ExitCode, run.Output));
    }

    [Fact]
    public void A_tool_is_found_on_our_own_PATH_whatever_PATH_it_gets()
    {
        var environment = new Dictionary<string, string> { ["PATH"] = "/nowhere" };
        Assert.Equal(5, ProcessRunner.Run("sh", ["-c", "exit 5"], "/", null, environment).ExitCode);
    }
}
