namespace FlightMonitor;

using System.Runtime.InteropServices;
using Certify;

/// <summary>The three branches of one frame and the monitor's two parameters.</summary>
[Requirement("FM-LLR-003")]
[StructLayout(LayoutKind.Sequential)]
public struct TsmInputs
{
    /// <summary>Branch A, in the unit of the signal; usable from -1e6 to 1e6.</summary>
    public float A;

    /// <summary>Branch B, in the unit of the signal; usable from -1e6 to 1e6.</summary>
    public float B;

    /// <summary>Branch C, in the unit of the signal; usable from -1e6 to 1e6.</summary>
    public float C;

    /// <summary>Trip level: the greatest difference of two agreeing branches; usable from 0 to 1e6.</summary>
    public float TripLevel;

    /// <summary>Persistence limit, frames of 10 ms; 0 to 1000.</summary>
    public int PersistenceLimit;
}
