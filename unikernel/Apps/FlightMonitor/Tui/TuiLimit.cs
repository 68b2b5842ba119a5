namespace FlightMonitor;

using Certify;

/// <summary>What bounded the integrator's output in one frame.</summary>
[Requirement("FM-LLR-050")]
public enum TuiLimit : int
{
    /// <summary>Nothing: the output is the integrated or initial value itself.</summary>
    None = 0,

    /// <summary>The top limit.</summary>
    Top = 1,

    /// <summary>The bottom limit.</summary>
    Bottom = 2,

    /// <summary>The limits are not usable and the output is held.</summary>
    Held = 3,
}
