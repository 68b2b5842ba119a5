namespace Certify.Cli;

/// <summary>Turns the exceptions of the libraries below into exit codes and hints.</summary>
internal static class FaultMap
{
    /// <summary>The command exception that an exception amounts to, or null for a fault of the tool itself.</summary>
    public static CommandException? For(Exception e) => e switch
    {
        Facts.FactFormatException => CommandException.BadInput(e.Message),
        Machine.QemuMissingException => CommandException.Host(e.Message),
        Machine.GuestStartException => new CommandException(ExitCodes.Findings, e.Message),
        Machine.GuestMismatchException => CommandException.BadInput(e.Message),
        Image.ImageFormatException => CommandException.BadInput(e.Message),
        Projects.Loading.ProjectLoadException => CommandException.BadInput(e.Message),
        UnauthorizedAccessException => CommandException.BadInput(e.Message, "check the permissions"),
        IOException => CommandException.BadInput(e.Message),
        _ => null,
    };
}
