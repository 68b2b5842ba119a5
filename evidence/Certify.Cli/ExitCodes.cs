namespace Certify.Cli;

/// <summary>The exit codes of every verb; scripts depend on them.</summary>
internal static class ExitCodes
{
    /// <summary>Everything ran and nothing was found.</summary>
    public const int Clean = 0;

    /// <summary>Findings: a failed test, a fault in the guest, a rule, an audit error, a changed file.</summary>
    public const int Findings = 1;

    /// <summary>Bad usage or bad input.</summary>
    public const int BadInput = 2;

    /// <summary>The host lacks something (QEMU, binutils, the SDK).</summary>
    public const int HostEnvironment = 3;

    /// <summary>A fault of the tool itself.</summary>
    public const int InternalFault = 4;
}

/// <summary>Ends a verb with a message for the user: what, where, and what to do next.</summary>
internal sealed class CommandException : Exception
{
    /// <summary>Creates the exception.</summary>
    /// <param name="exitCode">One of <see cref="ExitCodes"/>.</param>
    /// <param name="message">What is wrong and where.</param>
    /// <param name="hint">What to do next, or null.</param>
    public CommandException(int exitCode, string message, string? hint = null) : base(message)
    {
        ExitCode = exitCode;
        Hint = hint;
    }

    /// <summary>The exit code the process ends with.</summary>
    public int ExitCode { get; }

    /// <summary>What to do next, or null.</summary>
    public string? Hint { get; }

    /// <summary>Bad usage or bad input.</summary>
    public static CommandException BadInput(string message, string? hint = null) =>
        new(ExitCodes.BadInput, message, hint);

    /// <summary>Something the host lacks.</summary>
    public static CommandException Host(string message, string? hint = null) =>
        new(ExitCodes.HostEnvironment, message, hint);
}
