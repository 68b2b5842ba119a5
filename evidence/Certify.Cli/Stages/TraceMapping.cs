using Certify.Cli.Tools;
using Certify.Trace.Formats;
using Certify.Trace.Model;

namespace Certify.Cli.Stages;

/// <summary>Reads a mapping file.</summary>
// @llr CFY-LLR-390
internal static class TraceMapping
{
    /// <summary>Reads the mapping of a file.</summary>
    /// <exception cref="CommandException">It is missing or broken; every line that is wrong is named (exit code 2).</exception>
    public static FieldMapping Read(string file)
    {
        if (!File.Exists(file)) throw CommandException.BadInput($"--mapping {file}: no such file");
        var (mapping, findings) = MappingReader.Read(new InputFile(file.Replace('\\', '/'), WholeFile.Read(file)));
        return mapping ?? throw CommandException.BadInput(
            string.Join('\n', findings.Select(Trace.Reports.TextReport.Format).DefaultIfEmpty($"{file}: holds no mapping")));
    }
}
