namespace FlightMonitor;

using System.Runtime.InteropServices;
using Certify;

/// <summary>What the triplex signal monitor remembers between frames.</summary>
[Requirement("FM-LLR-003")]
[StructLayout(LayoutKind.Sequential)]
public struct TsmState
{
    /// <summary>The selected value of the frame before.</summary>
    public float SelectedValue;

    /// <summary>The branch reported as failed; kept until restart.</summary>
    public FailureCode FailureCode;

    /// <summary>The persistence count of the frame before, frames, 0 to 1001.</summary>
    [Range(0, 1001)]
    public int PersistenceCount;
}
