using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Certify.Analyzers.Memory;

/// <summary>Arrays that are data of the image: the initial value of a static readonly field, all constants.</summary>
internal static class ConstantTable
{
    /// <summary>True when the array is such a table.</summary>
    public static bool IsTable(IArrayCreationOperation array) =>
        IsTableType(array.Type) && IsFieldValue(array) && AreConstant(array);

    /// <summary>True when the collection expression is such a table.</summary>
    public static bool IsTable(ICollectionExpressionOperation collection) =>
        IsTableType(collection.Type) && IsFieldValue(collection)
        && collection.Elements.All(element => element.ConstantValue.HasValue);

    /// <summary>True when every size and element of the array is a constant.</summary>
    public static bool AreConstant(IArrayCreationOperation array) =>
        array.DimensionSizes.All(size => size.ConstantValue.HasValue)
        && (array.Initializer is not { } initializer
            || initializer.ElementValues.All(value => value.ConstantValue.HasValue));

    private static bool IsTableType(ITypeSymbol? type) =>
        type is IArrayTypeSymbol { Rank: 1, ElementType: var element }
        && (element.IsUnmanagedType || element.SpecialType == SpecialType.System_String);

    private static bool IsFieldValue(IOperation value)
    {
        var parent = value.Parent;
        while (parent is IConversionOperation { Type: IArrayTypeSymbol }) parent = parent.Parent;
        return parent is IFieldInitializerOperation initializer
            && initializer.InitializedFields.All(field => field is { IsStatic: true, IsReadOnly: true });
    }
}
