namespace FlightMonitor;

using System.Runtime.InteropServices;
using Certify;

/// <summary>What the triplex signal monitor reports in one frame.</summary>
[Requirement("FM-LLR-003")]
[StructLayout(LayoutKind.Sequential)]
public struct TsmOutputs
{
    /// <summary>The selected value, in the unit of the signal; finite, from -1e6 to 1e6.</summary>
    public float SelectedValue;

    /// <summary>The branch reported as failed.</summary>
    public FailureCode FailureCode;

    /// <summary>Frames in succession with a miscompare, up to one more than the persistence limit.</summary>
    public int PersistenceCount;

    /// <summary>The branch that differs from the other two in this frame.</summary>
    public FailureCode Miscompare;

    /// <summary>A branch is reported as failed and the two others differ: the selected value is not confirmed.</summary>
    public bool PairDiffers;
}
