using Certify.Trace.Formats;

namespace Certify.Cli.Stages;

/// <summary>Reads a mapping file.</summary>
internal static class TraceMapping
{
    /// <summary>Reads the mapping of a file.</summary>
    public static FieldMapping Read(string file) => throw CommandException.BadInput($"{file}: mappings are not read yet");
}
