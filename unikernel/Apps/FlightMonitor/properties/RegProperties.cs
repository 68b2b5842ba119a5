using static FlightMonitor.Properties.RegCases;

namespace FlightMonitor.Properties;

/// <summary>The command limiter: amplitude, rate, tracking, and what it reports. Rates are computed in double precision.</summary>
public static class RegProperties
{
    [Property("No angular command is above 50 deg/s²")]
    [Verifies("FM-HLR-070"), Verifies("FM-LLR-073"), Verifies("FM-LLR-070"), Verifies("FM-LLR-078")]
    public static SequenceProperty<Inputs, Outputs> Angular_upper_limit() =>
        EveryAxis(Lasting, static (in axis) => axis.IsAngular && axis.Done.Command > 50 ? $"{axis.Done.Command}" : null);

    [Property("No translational command is above 32 ft/s²")]
    [Verifies("FM-HLR-071"), Verifies("FM-LLR-073"), Verifies("FM-LLR-070"), Verifies("FM-LLR-078")]
    public static SequenceProperty<Inputs, Outputs> Translational_upper_limit() =>
        EveryAxis(Lasting, static (in axis) => !axis.IsAngular && axis.Done.Command > 32 ? $"{axis.Done.Command}" : null);

    [Property("No command is below the negative limit of its axis")]
    [Verifies("FM-HLR-072"), Verifies("FM-LLR-073")]
    public static SequenceProperty<Inputs, Outputs> Lower_limits() =>
        EveryAxis(Lasting, static (in axis) => axis.Done.Command < -axis.Limit ? $"{axis.Done.Command}" : null);

    [Property("No angular command rises faster than 50 deg/s³, or slower than 49.9 while the demand is further away")]
    [Verifies("FM-HLR-073"), Verifies("FM-LLR-074"), Verifies("FM-LLR-070")]
    public static SequenceProperty<Inputs, Outputs> Angular_rise() =>
        EveryAxis(InRange, static (in axis) => axis.IsAngular ? Rise(in axis) : null);

    [Property("No translational command rises faster than 32 ft/s³, or slower than 31.9 while the demand is further away")]
    [Verifies("FM-HLR-074"), Verifies("FM-LLR-074"), Verifies("FM-LLR-070")]
    public static SequenceProperty<Inputs, Outputs> Translational_rise() =>
        EveryAxis(InRange, static (in axis) => axis.IsAngular ? null : Rise(in axis));

    [Property("No command falls faster than the rate limit of its axis, or needlessly slower")]
    [Verifies("FM-HLR-075"), Verifies("FM-LLR-074")]
    public static SequenceProperty<Inputs, Outputs> Fall() => EveryAxis(InRange, static (in axis) =>
    {
        double least = axis.Limit - 0.1;
        bool far = ((double)axis.Was.Command - axis.Target) * 100 > axis.Limit;
        return axis.Rate < -axis.Limit || (far && axis.Rate > -least) ? $"{axis.Rate} per second" : null;
    });

    [Property("A command that needs no faster change than allowed is the demand within the limit")]
    [Verifies("FM-HLR-077"), Verifies("FM-LLR-074"), Verifies("FM-LLR-077")]
    public static SequenceProperty<Inputs, Outputs> Command_follows_demand() => EveryAxis(Lasting, static (in axis) =>
    {
        double needed = Math.Abs((double)axis.Target - axis.Was.Command) * 100;
        return needed <= axis.Limit - 0.1 && axis.Done.Command != axis.Target
            ? $"expected {axis.Target}, got {axis.Done.Command}" : null;
    });

    [Property("Frames with a demand beyond the limit are counted up to 101, and more than 100 are reported", Cases = 200)]
    [Verifies("FM-HLR-078"), Verifies("FM-LLR-075"), Verifies("FM-LLR-077")]
    public static SequenceProperty<Inputs, Outputs> Exceedance_is_counted() => EveryAxis(Lasting, static (in axis) =>
    {
        bool exceeds = Math.Abs((double)axis.Demand) > axis.Limit;
        int expected = exceeds ? Math.Min(axis.Was.ExceedanceFrames + 1, 101) : 0;
        if (axis.Done.ExceedanceFrames != expected) return $"expected count {expected}, got {axis.Done.ExceedanceFrames}";
        return axis.Done.ExceedancePersisted == (expected > 100) ? null : $"lasting {axis.Done.ExceedancePersisted}";
    });

    [Property("Amplitude limiting is reported for a demand beyond the limit, rate limiting for a command off its target")]
    [Verifies("FM-HLR-079"), Verifies("FM-LLR-077"), Verifies("FM-LLR-005")]
    public static SequenceProperty<Inputs, Outputs> Limiting_is_reported() => EveryAxis(InRange, static (in axis) =>
    {
        bool amplitude = Math.Abs((double)axis.Demand) > axis.Limit;
        bool rate = axis.Done.Command != axis.Target;
        return axis.Done.AmplitudeLimited == amplitude && axis.Done.RateLimited == rate
            ? null : $"amplitude {axis.Done.AmplitudeLimited}, rate {axis.Done.RateLimited}";
    });

    [Property("A finite demand is used and reported as usable")]
    [Verifies("FM-HLR-076"), Verifies("FM-LLR-072"), Verifies("FM-LLR-004")]
    public static SequenceProperty<Inputs, Outputs> Finite_demand_is_usable() =>
        EveryAxis(InRange, static (in axis) => axis.Done.DemandUsable ? null : "reported as not usable");

    [Property("A demand that is not finite counts as zero and is reported", Kind = TestKind.Robustness)]
    [Verifies("FM-HLR-076"), Verifies("FM-HLR-077"), Verifies("FM-HLR-079"), Verifies("FM-LLR-072"), Verifies("FM-LLR-004")]
    public static SequenceProperty<Inputs, Outputs> Unusable_demand_is_zero() => EveryAxis(AnyBits, static (in axis) =>
    {
        bool usable = float.IsFinite(axis.Demand);
        if (axis.Done.DemandUsable != usable) return $"usable {axis.Done.DemandUsable}";
        if (!usable && axis.Done.AmplitudeLimited) return "amplitude limited";
        double before = Math.Abs((double)axis.Target - axis.Was.Command);
        double after = Math.Abs((double)axis.Target - axis.Done.Command);
        return after == 0 || after < before - (axis.Limit - 0.1) / 100 ? null : $"{axis.Done.Command} is no way to {axis.Target}";
    });

    [Property("Amplitude, rate and exceedance limits hold for any bit pattern", Kind = TestKind.Robustness)]
    [Verifies("FM-HLR-070"), Verifies("FM-HLR-071"), Verifies("FM-HLR-072"), Verifies("FM-HLR-073"), Verifies("FM-HLR-074"), Verifies("FM-HLR-075")]
    [Verifies("FM-HLR-078"), Verifies("FM-LLR-073"), Verifies("FM-LLR-074"), Verifies("FM-LLR-075")]
    public static SequenceProperty<Inputs, Outputs> Limits_hold_for_any_bits() => EveryAxis(AnyBits, static (in axis) =>
    {
        if (!(Math.Abs(axis.Done.Command) <= axis.Limit)) return $"command {axis.Done.Command}";
        if (!(Math.Abs(axis.Rate) <= axis.Limit)) return $"{axis.Rate} per second";
        return axis.Done.ExceedanceFrames is >= 0 and <= 101 ? null : $"count {axis.Done.ExceedanceFrames}";
    });

    private static string? Rise(in Axis axis)
    {
        double least = axis.Limit - 0.1;
        bool far = ((double)axis.Target - axis.Was.Command) * 100 > axis.Limit;
        return axis.Rate > axis.Limit || (far && axis.Rate < least) ? $"{axis.Rate} per second" : null;
    }
}
