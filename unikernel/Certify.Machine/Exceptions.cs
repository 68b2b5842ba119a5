namespace Certify.Machine;

/// <summary>QEMU is not installed here (the host environment's fault, not the image's).</summary>
public sealed class QemuMissingException : Exception
{
    /// <summary>Names the program that was looked for.</summary>
    public QemuMissingException(string executable) : base(
        $"'{executable}' was not found; hint: apt-get install qemu-system-x86") => Executable = executable;

    /// <summary>The program that was looked for.</summary>
    public string Executable { get; }
}

/// <summary>The image did not reach the point where its ports take frames. The outcome is a verdict like any other.</summary>
public sealed class GuestStartException : Exception
{
    /// <summary>Creates the exception from the outcome.</summary>
    public GuestStartException(GuestOutcome outcome) : base(
        $"the image did not come up: {outcome.End}. {outcome.Detail}") => Outcome = outcome;

    /// <summary>How it ended.</summary>
    public GuestOutcome Outcome { get; }
}

/// <summary>Host and image disagree on sizes, layouts or the port protocol; no frame was judged.</summary>
public sealed class GuestMismatchException : Exception
{
    /// <summary>Creates the exception with its message.</summary>
    public GuestMismatchException(string message) : base(message) { }
}
