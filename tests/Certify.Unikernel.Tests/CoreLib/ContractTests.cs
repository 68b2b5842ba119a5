using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;
using Certify.Unikernel.Tests.Support;

namespace Certify.Unikernel.Tests.CoreLib;

/// <summary>
/// What ILC 10.0.14 asks of a core library by name. ILC's own message for a missing name is often about
/// something else, or a crash; this one says which contract is broken.
/// </summary>
public sealed class ContractTests
{
    /// <summary>Type, then members that ILC binds to by name; a field list is in layout order.</summary>
    public static TheoryData<string, string> Members => new()
    {
        { "System.Object", "m_pEEType" },
        { "System.String", "_stringLength _firstChar" },
        { "System.Array", "_numComponents" },
        { "System.Array`1", "" },
        { "System.Delegate", "_firstParameter _helperObject _extraFunctionPointerOrData _functionPointer" },
        { "System.MulticastDelegate", "" },
        { "System.Nullable`1", "hasValue value" },
        { "System.RuntimeTypeHandle", "_value" },
        { "System.RuntimeMethodHandle", "_value" },
        { "System.RuntimeFieldHandle", "_value" },
        { "System.ValueType", "" },
        { "System.Enum", "" },
        { "System.Void", "" },
        { "System.Buffer", "BulkMoveWithWriteBarrier" },
        { "System.Math", "ConvertToInt32Checked ConvertToUInt32Checked ConvertToInt64Checked ConvertToUInt64Checked" },
        { "System.SpanHelpers", "Memmove Fill ClearWithoutReferences" },
        { "System.Runtime.RuntimeExportAttribute", ".ctor" },
        { "System.Runtime.RuntimeImportAttribute", ".ctor" },
        { "System.Runtime.TypeCast", "CheckCastAny CheckCastInterface CheckCastClass CheckCastClassSpecial IsInstanceOfAny IsInstanceOfInterface IsInstanceOfClass IsInstanceOfException" },
        { "System.Runtime.InteropServices.IDynamicInterfaceCastable", "GetDynamicInterfaceImplementation" },
        { "System.Runtime.CompilerServices.IntrinsicAttribute", "" },
        { "System.Runtime.CompilerServices.IsVolatile", "" },
        { "System.Runtime.CompilerServices.RuntimeHelpers", "get_OffsetToStringData CreateSpan InitializeArray" },
        { "System.Runtime.CompilerServices.Unsafe", "SizeOf As AsRef Add AddByteOffset" },
        { "Internal.Runtime.MethodTable", "" },
        { "Internal.Runtime.CompilerHelpers.StartupCodeHelpers", "" },
        { "Internal.Runtime.CompilerHelpers.LdTokenHelpers", "GetRuntimeFieldHandle" },
        { "Internal.Runtime.CompilerHelpers.ThrowHelpers", "ThrowIndexOutOfRangeException ThrowOverflowException ThrowDivideByZeroException ThrowNullReferenceException ThrowFeatureBodyRemoved" },
    };

    // @verifies KRN-HLR-010
    // @verifies KRN-LLR-021, KRN-LLR-029, KRN-LLR-030, KRN-LLR-034
    [Theory, MemberData(nameof(Members))]
    public void The_core_library_has_what_ILC_binds_to_by_name(string type, string members)
    {
        var found = Core();
        Assert.True(found.TryGetValue(type, out var names), $"contract with ILC: type '{type}' is missing in unikernel/CoreLib");
        foreach (var member in members.Split(' ', StringSplitOptions.RemoveEmptyEntries))
            Assert.True(names!.Contains(member), $"contract with ILC: '{type}' lacks the member '{member}'");
        var fields = members.Split(' ').Where(m => m.StartsWith('_')).ToList();
        Assert.Equal(fields, names!.Where(fields.Contains));
    }

    // @verifies KRN-HLR-010, KRN-LLR-020
    [Theory]
    [InlineData("Boolean"), InlineData("Char"), InlineData("SByte"), InlineData("Byte"), InlineData("Int16"), InlineData("UInt16")]
    [InlineData("Int32"), InlineData("UInt32"), InlineData("Int64"), InlineData("UInt64"), InlineData("IntPtr"), InlineData("UIntPtr")]
    [InlineData("Single"), InlineData("Double")]
    public void A_primitive_is_there_and_declares_constants_only(string name)
    {
        using var reader = new PEReader(File.OpenRead(TargetAssembly));
        var metadata = reader.GetMetadataReader();
        var type = metadata.TypeDefinitions.Select(metadata.GetTypeDefinition)
            .Single(t => metadata.GetString(t.Name) == name && metadata.GetString(t.Namespace) == "System");
        Assert.All(type.GetFields(), f =>
            Assert.True(metadata.GetFieldDefinition(f).Attributes.HasFlag(System.Reflection.FieldAttributes.Literal)));
    }

    // @verifies KRN-HLR-011, KRN-LLR-029
    [Fact]
    public void No_lazy_static_constructors_are_offered_to_ILC()
    {
        Assert.DoesNotContain("System.Runtime.CompilerServices.ClassConstructorRunner", Core().Keys);
    }

    private static string TargetAssembly => Path.ChangeExtension(Images.Hello, ".target.dll");

    private static Dictionary<string, List<string>> Core()
    {
        using var reader = new PEReader(File.OpenRead(TargetAssembly));
        var metadata = reader.GetMetadataReader();
        var found = new Dictionary<string, List<string>>(StringComparer.Ordinal);
        foreach (var type in metadata.TypeDefinitions.Select(metadata.GetTypeDefinition))
        {
            var names = type.GetFields().Select(f => metadata.GetString(metadata.GetFieldDefinition(f).Name))
                .Concat(type.GetMethods().Select(m => metadata.GetString(metadata.GetMethodDefinition(m).Name))).ToList();
            found[metadata.GetString(type.Namespace) + "." + metadata.GetString(type.Name)] = names;
        }

        return found;
    }
}
