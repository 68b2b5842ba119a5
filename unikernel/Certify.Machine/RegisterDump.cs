using System.Globalization;
using System.Text.RegularExpressions;
using Certify.Image.Dwarf;

namespace Certify.Machine;

/// <summary>Reads the register text that QEMU's monitor and its reset log share ("RAX=... RIP=...").</summary>
internal static partial class RegisterDump
{
    private static readonly string[] s_order =
        ["AX", "DX", "CX", "BX", "SI", "DI", "BP", "SP", "R8", "R9", "R10", "R11", "R12", "R13", "R14", "R15"];

    /// <summary>The registers of the first dump in the text, or null when it holds none.</summary>
    public static FrameRegisters? Parse(string text)
    {
        var values = new Dictionary<string, ulong>(StringComparer.Ordinal);
        foreach (Match match in Pair().Matches(text))
        {
            if (ulong.TryParse(match.Groups[2].ValueSpan, NumberStyles.HexNumber, CultureInfo.InvariantCulture, out var value))
                values.TryAdd(match.Groups[1].Value, value);
        }
        if (!values.TryGetValue("IP", out var rip)) return null;
        return new(rip, [.. s_order.Select(name => values.TryGetValue(name, out var value) ? value : (ulong?)null)]);
    }

    /// <summary>The registers at the triple fault in a reset log, or null when there was none.</summary>
    public static FrameRegisters? ParseTripleFault(string log)
    {
        var at = log.LastIndexOf("Triple fault", StringComparison.Ordinal);
        return at < 0 ? null : Parse(log[at..]);
    }

    [GeneratedRegex(@"\b[ER]?([ABCD]X|[SD]I|[SB]P|IP|R(?:8|9|1[0-5])) *=([0-9a-f]{8,16})\b", RegexOptions.CultureInvariant)]
    private static partial Regex Pair();
}
