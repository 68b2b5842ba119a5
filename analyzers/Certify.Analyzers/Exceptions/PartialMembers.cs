using System;
using Certify.Analyzers.Flow;
using Microsoft.CodeAnalysis;

namespace Certify.Analyzers.Exceptions;

/// <summary>Members of the core library that do not return for every argument.</summary>
internal static class PartialMembers
{
    /// <summary>Why the member can stop the program by a check of its own, else null.</summary>
    public static string? WhyStopped(IMethodSymbol method) =>
        method is { Name: "get_Value", ContainingType.OriginalDefinition.SpecialType: SpecialType.System_Nullable_T }
            ? "there may be no value" : null;

    /// <summary>Why the member throws for some arguments, when no comparison before the call can show otherwise; else null.</summary>
    public static string? WhyThrows(IMethodSymbol method)
    {
        var type = method.ContainingType;
        if (type is null || !LibraryTables.IsSystem(type)) return null;
        if (method.Name is "Parse" or "ParseExact") return "a text may be no value of the type";
        return type.Name switch
        {
            "Convert" when method.Name.StartsWith("To", StringComparison.Ordinal) || method.Name.StartsWith("From", StringComparison.Ordinal) =>
                "not every value can be converted",
            "Enumerable" when method.Name is "First" or "Last" or "Single" or "ElementAt" or "Aggregate" or "Max" or "Min" or "Average" =>
                "there may be no element",
            "Environment" when method.Name is "FailFast" or "Exit" => "it ends the program",
            "Buffer" when method.Name is "BlockCopy" => "the blocks may not fit",
            "Array" when method.Name is "Copy" or "Resize" or "CreateInstance" => "the arrays may not fit",
            "Stack" or "Queue" when method.Name is "Pop" or "Peek" or "Dequeue" => "it may be empty",
            _ => null,
        };
    }
}
