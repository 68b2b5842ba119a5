using Certify.Cli;
using Xunit;

namespace Certify.EndToEnd.Tests;

/// <summary>certify run on the flagship application.</summary>
public sealed class RunTests(FlightMonitorFixture app) : IClassFixture<FlightMonitorFixture>
{
    [Theory]
    [InlineData("100", ExitCodes.Clean)]
    [InlineData("0", ExitCodes.BadInput)]
    [InlineData("-5", ExitCodes.BadInput)]
    [InlineData("2000000000", ExitCodes.BadInput)]
    public void Takes_a_number_of_frames_that_fits_the_ring(string frames, int exitCode) =>
        Assert.Equal(exitCode, Entry.Run(["run", app.Folder, "--frames", frames]));
}
