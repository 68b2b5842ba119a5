using System.Linq;
using Certify.Analyzers.Settings;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Certify.Analyzers.Memory;

/// <summary>
/// What the core library in use lets the compiler do without a heap. Constants become data of the image
/// where <c>RuntimeHelpers.CreateSpan</c> exists (single-byte elements need nothing); listed elements
/// lie on the stack where inline arrays exist. Without them the same source allocates an array.
/// </summary>
internal sealed class SpanSupport
{
    private readonly bool _constants;
    private readonly bool _elements;

    public SpanSupport(Compilation compilation)
    {
        _constants = Has(compilation, "System.Runtime.CompilerServices.RuntimeHelpers", "CreateSpan");
        _elements = Has(compilation, "System.Runtime.CompilerServices.InlineArrayAttribute", ".ctor")
            && Has(compilation, "System.Runtime.CompilerServices.Unsafe", "As")
            && Has(compilation, "System.Runtime.InteropServices.MemoryMarshal", "CreateSpan");
    }

    /// <summary>True for an array of constants that is only ever seen as a read-only span.</summary>
    public bool IsConstantSpan(IArrayCreationOperation array)
    {
        if (array is not { Parent: IConversionOperation conversion, Type: IArrayTypeSymbol { Rank: 1 } type }) return false;
        return IsSpan(conversion.Type, "ReadOnlySpan") && ConstantTable.AreConstant(array)
            && array.Initializer is not null && IsDataElement(type.ElementType);
    }

    /// <summary>True for a collection expression that lies in the image or on the stack.</summary>
    public bool IsFreeOfAllocation(ICollectionExpressionOperation collection)
    {
        if (collection.Elements.Any(element => element is ISpreadOperation)) return false;
        if (collection.Type is not INamedTypeSymbol { IsValueType: true } type) return false;
        if (collection.Elements.IsEmpty) return true;
        if (IsSpan(type, "ReadOnlySpan") && IsDataElement(type.TypeArguments[0])
            && collection.Elements.All(element => element.ConstantValue.HasValue))
        {
            return true;
        }

        return _elements && (IsSpan(type, "ReadOnlySpan") || IsSpan(type, "Span") || HasSourceBuilder(collection));
    }

    private static bool HasSourceBuilder(ICollectionExpressionOperation collection) =>
        collection.ConstructMethod is { IsStatic: true } builder && !builder.DeclaringSyntaxReferences.IsEmpty;

    private static bool IsSpan(ITypeSymbol? type, string name) =>
        FixedLength.IsSpan(type) && type!.Name == name;

    private bool IsDataElement(ITypeSymbol element)
    {
        var type = element is INamedTypeSymbol { EnumUnderlyingType: { } underlying } ? underlying : element;
        return type.SpecialType switch
        {
            SpecialType.System_Byte or SpecialType.System_SByte or SpecialType.System_Boolean => true,
            SpecialType.System_Char or SpecialType.System_Int16 or SpecialType.System_UInt16
                or SpecialType.System_Int32 or SpecialType.System_UInt32
                or SpecialType.System_Int64 or SpecialType.System_UInt64
                or SpecialType.System_Single or SpecialType.System_Double => _constants,
            _ => false,
        };
    }

    private static bool Has(Compilation compilation, string type, string member) =>
        compilation.GetTypeByMetadataName(type) is { } symbol && !symbol.GetMembers(member).IsEmpty;
}
