namespace FlightMonitor;

using System.Runtime.InteropServices;
using Certify;

/// <summary>The accelerations demanded of the regulator in one frame; finite numbers of any size are usable.</summary>
[Requirement("FM-LLR-003")]
[StructLayout(LayoutKind.Sequential)]
public struct RegInputs
{
    /// <summary>Roll acceleration demanded, deg/s².</summary>
    public float Roll;

    /// <summary>Pitch acceleration demanded, deg/s².</summary>
    public float Pitch;

    /// <summary>Yaw acceleration demanded, deg/s².</summary>
    public float Yaw;

    /// <summary>Axial (airspeed) acceleration demanded, ft/s².</summary>
    public float Airspeed;

    /// <summary>Height acceleration demanded, ft/s².</summary>
    public float Height;
}
