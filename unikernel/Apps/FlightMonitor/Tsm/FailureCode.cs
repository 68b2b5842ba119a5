namespace FlightMonitor;

using Certify;

/// <summary>
/// Which branch of the triplex is meant: the one that differs, or the one reported as failed.
/// **Source:** FRET LMCPS, TSM-003a to TSM-003c name the pair that stays good for each code.
/// </summary>
[Requirement("FM-LLR-030")]
public enum FailureCode : int
{
    /// <summary>No branch.</summary>
    None = 0,

    /// <summary>Branch C; A and B stay good.</summary>
    BranchC = 1,

    /// <summary>Branch B; A and C stay good.</summary>
    BranchB = 2,

    /// <summary>Branch A; B and C stay good.</summary>
    BranchA = 4,
}
