using System;
using System.Collections.Immutable;
using System.Linq;
using Certify.Analyzers.Settings;
using Microsoft.CodeAnalysis;

namespace Certify.Analyzers.ObjectOrientation;

/// <summary>Compares what two members say to their callers.</summary>
internal static class MemberContract
{
    /// <summary>What the member breaks of the contract of the one it stands for, or null.</summary>
    public static string? Broken(ISymbol member, ISymbol original) =>
        BrokenByParameters(Parameters(member), Parameters(original))
        ?? BrokenByResult(member, original)
        ?? BrokenByLoops(member, original)
        ?? BrokenByRequirements(member, original);

    private static string? BrokenByParameters(ImmutableArray<IParameterSymbol> own, ImmutableArray<IParameterSymbol> given)
    {
        for (var i = 0; i < Math.Min(own.Length, given.Length); i++)
        {
            var (mine, theirs) = (own[i], given[i]);
            if (mine.Name != theirs.Name) return $"calls '{theirs.Name}' '{mine.Name}'";
            if (mine.IsParams != theirs.IsParams) return $"changes 'params' of '{mine.Name}'";
            if (mine.IsOptional != theirs.IsOptional || !Equals(Default(mine), Default(theirs))) return $"changes the default value of '{mine.Name}'";
            if (IsNarrower(mine.NullableAnnotation, theirs.NullableAnnotation)) return $"takes no null as '{mine.Name}'";
            if (ValueRange.Of(mine) is { } range && !(ValueRange.Of(theirs) is { } wide && range.Holds(wide))) return $"takes fewer values as '{mine.Name}'";
        }

        return null;
    }

    private static string? BrokenByResult(ISymbol member, ISymbol original)
    {
        if (IsNarrower(Result(original), Result(member))) return "may give null";
        if (ResultRange(original) is not { } promised) return null;
        return ResultRange(member) is { } given && promised.Holds(given) ? null : "promises no range as narrow";
    }

    private static string? BrokenByLoops(ISymbol member, ISymbol original) =>
        Turns(original) is { } limit && Turns(member) is { } turns && turns > limit ? $"turns its loops {turns} times, more than {limit}" : null;

    private static string? BrokenByRequirements(ISymbol member, ISymbol original)
    {
        var missing = Requirements(original).Except(Requirements(member)).Select(id => $"'{id}'").ToList();
        return missing.Count == 0 ? null : $"does not name {string.Join(", ", missing)}";
    }

    private static ImmutableArray<IParameterSymbol> Parameters(ISymbol member) => member switch
    {
        IMethodSymbol method => method.Parameters,
        IPropertySymbol property => property.Parameters,
        _ => [],
    };

    private static object? Default(IParameterSymbol parameter) => parameter.HasExplicitDefaultValue ? parameter.ExplicitDefaultValue : null;

    private static NullableAnnotation Result(ISymbol member) => member switch
    {
        IMethodSymbol method => method.ReturnNullableAnnotation,
        IPropertySymbol property => property.NullableAnnotation,
        _ => NullableAnnotation.None,
    };

    private static ValueRange? ResultRange(ISymbol member) =>
        member is IMethodSymbol method ? ValueRange.Of(method.GetReturnTypeAttributes()) : ValueRange.Of(member);

    private static bool IsNarrower(NullableAnnotation narrow, NullableAnnotation wide) =>
        narrow == NullableAnnotation.NotAnnotated && wide == NullableAnnotation.Annotated;

    private static int? Turns(ISymbol member) =>
        Annotations.Find(member, "LoopBoundAttribute")?.ConstructorArguments.FirstOrDefault().Value as int?;

    private static ImmutableArray<string> Requirements(ISymbol member) =>
        member.GetAttributes()
            .Where(attribute => attribute.AttributeClass is { Name: "RequirementAttribute", ContainingNamespace: { Name: "Certify", ContainingNamespace.IsGlobalNamespace: true } })
            .Select(attribute => attribute.ConstructorArguments.FirstOrDefault().Value as string)
            .Where(id => id is not null).Select(id => id!).ToImmutableArray();
}
