using System.Collections.Frozen;
using System.Reflection.Emit;
using System.Reflection.Metadata;
using System.Reflection.Metadata.Ecma335;
using System.Reflection.PortableExecutable;

namespace Certify.ImageAnalysis.Il;

/// <summary>Lists the instructions of every method body of an assembly, in order of the metadata.</summary>
/// <remarks><b>Source:</b> ECMA-335, II.25.4 and III.</remarks>
// @llr CFY-LLR-234
public static class IlScanner
{
    private const int PrefixByte = 0xFE;
    private const int BitsPerByte = 8;

    private static readonly FrozenDictionary<int, OpCode> s_opcodes = typeof(OpCodes).GetFields()
        .Select(field => field.GetValue(null)).OfType<OpCode>()
        .ToFrozenDictionary(opcode => (int)(ushort)opcode.Value);

    /// <summary>The instructions of all methods.</summary>
    /// <param name="assembly">The assembly's file, whole.</param>
    /// <exception cref="BadImageFormatException">The bytes are no assembly, or a body holds an opcode that the standard lacks.</exception>
    public static IReadOnlyList<IlInstruction> Scan(byte[] assembly)
    {
        using var file = new PEReader(new MemoryStream(assembly, writable: false));
        var metadata = file.GetMetadataReader();
        var found = new List<IlInstruction>();
        foreach (var handle in metadata.MethodDefinitions)
        {
            var method = metadata.GetMethodDefinition(handle);
            if (method.RelativeVirtualAddress == 0) continue;
            ScanBody(file.GetMethodBody(method.RelativeVirtualAddress).GetILReader(), Name(metadata, method), metadata, found);
        }

        return found;
    }

    private static void ScanBody(BlobReader body, string name, MetadataReader metadata, List<IlInstruction> found)
    {
        while (body.RemainingBytes > 0)
        {
            int code = body.ReadByte();
            if (code == PrefixByte) code = (code << BitsPerByte) | body.ReadByte();
            if (!s_opcodes.TryGetValue(code, out var opcode)) throw new BadImageFormatException($"{name}: no opcode has the value {code:x}");
            var makesReference = false;
            switch (opcode.OperandType)
            {
                case OperandType.InlineSwitch:
                    var targets = body.ReadInt32();
                    body.Offset += targets * sizeof(int);
                    break;
                case OperandType.InlineNone:
                    break;
                case OperandType.InlineMethod when opcode == OpCodes.Newobj:
                    makesReference = !IsValueTypeConstructor(metadata, MetadataTokens.EntityHandle(body.ReadInt32()));
                    break;
                case var operand:
                    body.Offset += Size(operand);
                    break;
            }

            found.Add(new IlInstruction(name, opcode.Name!, makesReference));
        }
    }

    private static int Size(OperandType operand) => operand switch
    {
        OperandType.ShortInlineBrTarget or OperandType.ShortInlineI or OperandType.ShortInlineVar => sizeof(byte),
        OperandType.InlineVar => sizeof(short),
        OperandType.InlineI8 or OperandType.InlineR => sizeof(long),
        _ => sizeof(int),
    };

    // What cannot be resolved inside the assembly counts as a reference type.
    private static bool IsValueTypeConstructor(MetadataReader metadata, EntityHandle constructor)
    {
        switch (constructor.Kind)
        {
            case HandleKind.MethodDefinition:
                return IsValueType(metadata, metadata.GetMethodDefinition((MethodDefinitionHandle)constructor).GetDeclaringType());
            case HandleKind.MemberReference:
                var parent = metadata.GetMemberReference((MemberReferenceHandle)constructor).Parent;
                if (parent.Kind == HandleKind.TypeDefinition) return IsValueType(metadata, (TypeDefinitionHandle)parent);
                if (parent.Kind != HandleKind.TypeSpecification) return false;
                var signature = metadata.GetBlobReader(metadata.GetTypeSpecification((TypeSpecificationHandle)parent).Signature);
                if (signature.ReadSignatureTypeCode() != SignatureTypeCode.GenericTypeInstance) return false;

                // The byte after tells class (0x12) from value type (0x11).
                return signature.ReadByte() == (byte)SignatureTypeKind.ValueType;
            default:
                return false;
        }
    }

    private static bool IsValueType(MetadataReader metadata, TypeDefinitionHandle handle)
    {
        var parent = metadata.GetTypeDefinition(handle).BaseType;
        var name = parent.Kind switch
        {
            HandleKind.TypeDefinition => metadata.GetTypeDefinition((TypeDefinitionHandle)parent).Name,
            HandleKind.TypeReference => metadata.GetTypeReference((TypeReferenceHandle)parent).Name,
            _ => default,
        };
        return !name.IsNil && metadata.GetString(name) is "ValueType" or "Enum";
    }

    private static string Name(MetadataReader metadata, MethodDefinition method)
    {
        var type = metadata.GetTypeDefinition(method.GetDeclaringType());
        var name = $"{metadata.GetString(type.Name)}.{metadata.GetString(method.Name)}";
        for (var outer = type.GetDeclaringType(); !outer.IsNil; outer = type.GetDeclaringType())
        {
            type = metadata.GetTypeDefinition(outer);
            name = $"{metadata.GetString(type.Name)}.{name}";
        }

        var space = metadata.GetString(type.Namespace);
        return space.Length == 0 ? name : $"{space}.{name}";
    }
}
