using Certify.Facts;

namespace Certify.Cli.Stages;

/// <summary>Coverage of the class library on the host, through Coverlet: a source of its own, no credit for the target.</summary>
internal static class HostCoverageStage
{
    /// <summary>Runs the properties project under Coverlet and leaves the facts in a folder.</summary>
    public static void Run(Workspace work, ulong seed, string into)
    {
    }

    /// <summary>Reads the facts, or null where there are none.</summary>
    public static CoverageFacts? Read(Workspace work, string folder) => null;
}
