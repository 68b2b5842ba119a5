namespace Certify.ImageAnalysis.Il;

/// <summary>The opcodes that the intermediate language of an image may hold, and in which methods.</summary>
// @llr CFY-LLR-235
public sealed class OpcodeList
{
    /// <summary>What a newobj of a reference type is listed as.</summary>
    public const string NewReference = "newobj class";

    private const string StaticInitialisers = "*..cctor";

    private readonly Dictionary<string, string[]?> _methods = new(StringComparer.Ordinal);

    private OpcodeList(IEnumerable<string> lines)
    {
        foreach (var cells in lines.Select(line => line.Split('\t')))
        {
            if (cells.Length != 3 || cells[2].Length == 0) throw new FormatException($"an opcode needs methods and a reason: '{string.Join(' ', cells)}'");
            _methods.Add(cells[0], cells[1] == "*" ? null : cells[1].Split('|'));
        }
    }

    /// <summary>The list that ships with the analysis.</summary>
    public static OpcodeList BuiltIn { get; } = new(BuiltInLines());

    /// <summary>The opcodes on the list.</summary>
    public IReadOnlyCollection<string> Opcodes => _methods.Keys;

    /// <summary>The list in a text: opcode, methods separated by '|' or '*', reason; separated by tabs, after one line of headings.</summary>
    /// <exception cref="FormatException">A line has no reason.</exception>
    public static OpcodeList Parse(string text) => new(Lines(text));

    /// <summary>The instructions that the list does not allow, each method and opcode once, in the order of the assembly.</summary>
    public IReadOnlyList<IlInstruction> Violations(IEnumerable<IlInstruction> instructions) =>
        [.. instructions.Where(instruction => !Allows(instruction)).Distinct()];

    private bool Allows(IlInstruction instruction)
    {
        var opcode = instruction.IsReferenceTypeMade ? NewReference : instruction.Opcode;
        if (!_methods.TryGetValue(opcode, out var methods)) return false;
        if (methods is null || methods.Contains(instruction.Method, StringComparer.Ordinal)) return true;
        return methods.Contains(StaticInitialisers, StringComparer.Ordinal) && instruction.Method.EndsWith("..cctor", StringComparison.Ordinal);
    }

    private static IEnumerable<string> Lines(string text) =>
        text.Split('\n').Select(line => line.TrimEnd('\r')).Where(line => line.Length > 0 && line[0] != '#').Skip(1);

    private static IEnumerable<string> BuiltInLines()
    {
        using var stream = typeof(OpcodeList).Assembly.GetManifestResourceStream("opcodes.tsv")
            ?? throw new InvalidOperationException("resource 'opcodes.tsv' is missing");
        using var reader = new StreamReader(stream);
        return [.. Lines(reader.ReadToEnd())];
    }
}
