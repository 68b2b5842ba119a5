namespace Certify.Image.Dwarf;

/// <summary>What this reader keeps of one debugging entry.</summary>
internal sealed class Die
{
    public required int Offset { get; init; }
    public required ulong Tag { get; init; }
    public Die? Parent { get; init; }
    public List<Die> Children { get; } = [];
    public string? Name { get; set; }
    public string? LinkageName { get; set; }
    public long Type { get; set; } = -1;
    public long Specification { get; set; } = -1;
    public ulong? ByteSize { get; set; }
    public ulong? MemberOffset { get; set; }
    public ulong? Encoding { get; set; }
    public ulong? LowPc { get; set; }
    public ulong? HighPc { get; set; }
    public bool HighPcIsLength { get; set; }
    public bool IsDeclaration { get; set; }
    public byte[]? Location { get; set; }
    public ulong? LineProgram { get; set; }
    public string? Folder { get; set; }

    public const ulong ArrayType = 0x01, ClassType = 0x02, EnumerationType = 0x04, Member = 0x0D,
        StructureType = 0x13, BaseType = 0x24, Subprogram = 0x2E, Variable = 0x34, Inheritance = 0x1C, CompileUnit = 0x11;
}
