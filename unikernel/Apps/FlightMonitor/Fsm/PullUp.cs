namespace FlightMonitor;

using Certify;

/// <summary>The pull-up: set by an exceeded limit, kept until the pilot or good data releases it.</summary>
internal static class PullUp
{
    /// <summary>Whether the pull-up is latched after this frame.</summary>
    /// <param name="latched">Latched after the frame before.</param>
    /// <param name="limitsBefore">A limit was exceeded in the frame before.</param>
    /// <param name="inputs">The discretes of this frame.</param>
    [Requirement("FM-LLR-022")]
    public static bool Latch(bool latched, bool limitsBefore, in FsmInputs inputs)
    {
        bool next;
        if (inputs.Standby)
        {
            next = false;
        }
        else if (inputs.Limits && inputs.Supported && !inputs.AutopilotFailed)
        {
            next = true;
        }
        else if (inputs.Good && inputs.Supported && !inputs.Limits && !limitsBefore)
        {
            next = false;
        }
        else
        {
            next = latched;
        }

        return next;
    }

    /// <summary>Whether pull-up is commanded in this frame.</summary>
    [Requirement("FM-LLR-023")]
    public static bool Command(bool latched, AutopilotState autopilot, bool standby)
    {
        return latched || (autopilot == AutopilotState.Maneuver && !standby);
    }
}
