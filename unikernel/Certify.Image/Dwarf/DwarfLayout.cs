using Certify.Image.Layout;

namespace Certify.Image.Dwarf;

/// <summary>Flattens a struct's entry into leaf fields.</summary>
internal sealed class DwarfLayout(IReadOnlyDictionary<int, Die> entries, IReadOnlyDictionary<string, Die> types)
{
    private const int DepthMax = 16, FieldsMax = 4096;
    private int _members;
    private readonly List<LayoutField> _fields = [];

    public TypeLayout Of(Die type)
    {
        _fields.Clear();
        _members = 0;
        Flatten(type, "", 0, 0);
        return TypeLayout.FromFields(_fields);
    }

    private void Flatten(Die type, string path, ulong offset, int depth)
    {
        if (depth > DepthMax) throw Error(path, $"nests deeper than {DepthMax}");
        foreach (var member in type.Children.Where(c => c.Tag == Die.Member && c.MemberOffset is not null))
        {
            var name = path + member.Name;
            var at = offset + member.MemberOffset!.Value;
            if (at > int.MaxValue) throw Error(name, "lies behind any port");
            if (++_members > FieldsMax) throw Error(name, $"is field {FieldsMax} or later");
            var field = Resolve(member.Type, name);
            if (field.Tag is Die.ClassType or Die.StructureType) Flatten(field, name + ".", at, depth + 1);
            else _fields.Add(new(name, (int)at, KindOf(field, name, 0)));
        }
    }

    private Die Resolve(long offset, string name)
    {
        if (offset is < 0 or > int.MaxValue || !entries.TryGetValue((int)offset, out var die))
            throw Error(name, "has no type");
        if (!die.IsDeclaration) return die;
        return die.Name is { } mangled && types.TryGetValue(mangled, out var whole)
            ? whole
            : throw Error(name, $"is of type '{die.Name}', which is declared only");
    }

    private FieldKind KindOf(Die die, string name, int depth) => die.Tag switch
    {
        Die.BaseType => BaseKind(die, name),
        Die.EnumerationType when die.Type >= 0 && depth == 0 => KindOf(Resolve(die.Type, name), name, depth + 1),
        _ => throw Error(name, $"is of a kind that no port carries (DWARF tag 0x{die.Tag:x})"),
    };

    private static FieldKind BaseKind(Die die, string name) => (die.Encoding, die.ByteSize) switch
    {
        (2, 1) => FieldKind.Bool,
        (4, 4) => FieldKind.F32,
        (4, 8) => FieldKind.F64,
        (5 or 6, 1) => FieldKind.I8,
        (5, 2) => FieldKind.I16,
        (5, 4) => FieldKind.I32,
        (5, 8) => FieldKind.I64,
        (7 or 8, 1) => FieldKind.U8,
        (7, 2) => FieldKind.U16,
        (7, 4) => FieldKind.U32,
        (7, 8) => FieldKind.U64,
        (16, 2) => FieldKind.Char,
        _ => throw Error(name, $"is of base type '{die.Name}' (encoding {die.Encoding}, {die.ByteSize} bytes), which no port carries"),
    };

    private static ImageFormatException Error(string name, string reason) =>
        new($"debug information: field '{name.TrimEnd('.')}' {reason}");
}
