using Certify.Cli.Output;
using Xunit;

namespace Certify.Cli.Tests;

public sealed class StageLogTests
{
    [Fact]
    public void Long_lines_stay_whole_so_that_they_can_be_pasted()
    {
        var replay = "  replay: certify test unikernel/Apps/FlightMonitor --property M:" + new string('x', 300) + " --case 17 [a] \u00e9";
        var output = new StringWriter();
        var log = new StageLog(quiet: false, output);
        log.Line(replay);
        log.Finding(replay);
        log.Error(replay, replay);
        log.Stage("test", _ => replay);
        var lines = output.ToString().ReplaceLineEndings("\n").TrimEnd('\n').Split('\n');
        Assert.Equal([replay, replay, "error: " + replay, "hint: " + replay], lines[..4]);
        Assert.StartsWith("test       " + replay + " (", Assert.Single(lines[4..]));
    }

    [Fact]
    public void Text_of_several_lines_keeps_its_lines()
    {
        var output = new StringWriter();
        new StageLog(quiet: false, output).Line("one\n  two");
        Assert.Equal("one\n  two\n", output.ToString().ReplaceLineEndings("\n"));
    }
}
