using System.Collections.Generic;
using System.Linq;
using Certify.Analyzers.Program;
using Certify.Analyzers.Settings;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Certify.Analyzers.Initialisation;

/// <summary>
/// Parameters that their function never names, where the function's signature is its own decision: not an override's,
/// an implementation's or a handler's, and not the core library's, which the compiler prescribes.
/// </summary>
internal static class UnusedParameters
{
    /// <summary>Each finding as place, fact and remedy, in source order.</summary>
    public static IEnumerable<(Location Place, string What, string Remedy)> Find(ProgramFacts program, RuleScope scope)
    {
        var handedOn = new HashSet<ISymbol>(
            program.Functions.SelectMany(facts => facts.Calls).Where(call => call.Operation is IMethodReferenceOperation)
                .Select(call => ProgramFacts.Node(call.Callee)), SymbolEqualityComparer.Default);
        foreach (var facts in program.Functions)
        {
            if (facts.Place.SourceTree is not { } tree || !scope.Covers(tree) || scope.ProfileOf(tree) == Profile.Core) continue;
            if (facts.Symbol is not IMethodSymbol { MethodKind: MethodKind.Ordinary or MethodKind.Constructor or MethodKind.LocalFunction } method) continue;
            if (method.Parameters.IsEmpty || handedOn.Contains(method) || !IsOwnSignature(method, program, scope.ProfileOf(tree))) continue;
            if (facts.Bodies.All(IsStub) || facts.Bodies.Any(body => body.Syntax.ContainsDirectives)) continue;
            var used = new HashSet<int>(facts.Bodies.SelectMany(body => body.DescendantsAndSelf()).OfType<IParameterReferenceOperation>()
                .Where(use => SymbolEqualityComparer.Default.Equals(ProgramFacts.Node(use.Parameter.ContainingSymbol), method)).Select(use => use.Parameter.Ordinal));
            foreach (var parameter in method.Parameters.Where(parameter => !used.Contains(parameter.Ordinal) && IsNamed(parameter)))
            {
                yield return (parameter.Locations.First(), $"The parameter '{parameter.Name}' of '{method.Name}' is never read", "Remove it and its arguments, or use it");
            }
        }
    }

    private static bool IsNamed(IParameterSymbol parameter) =>
        parameter.Name.Trim('_').Length > 0 && !parameter.Locations.IsEmpty && parameter.GetAttributes().IsEmpty
        && !(parameter.Ordinal == 0 && parameter.ContainingSymbol is IMethodSymbol { IsExtensionMethod: true });

    private static bool IsOwnSignature(IMethodSymbol method, ProgramFacts program, Profile profile)
    {
        if (method.IsVirtual || method.IsAbstract || method.IsExtern || method.IsPartialDefinition || method.PartialImplementationPart is not null) return false;
        if (method.AssociatedExtensionImplementation is not null || IsPrimary(method)) return false;
        if (program.Hierarchy.IsRequired(method) || EntryPoints.IsExported(method)) return false;
        if (SymbolEqualityComparer.Default.Equals(program.Compilation.GetEntryPoint(default), method)) return false;
        if (method.GetAttributes().Any(IsForeign)) return false;
        return profile != Profile.Host || !IsVisible(method);
    }

    // An attribute of other code may be why the signature is as it is: a test, a handler found by reflection.
    private static bool IsForeign(AttributeData attribute) =>
        attribute.AttributeClass is { } type
        && type.ContainingNamespace?.ToDisplayString() != "Certify"
        && type.Name is not ("MethodImplAttribute" or "ObsoleteAttribute" or "PureAttribute" or "IntrinsicAttribute" or "DoesNotReturnAttribute");

    private static bool IsVisible(ISymbol symbol)
    {
        for (var part = symbol; part is not null and not INamespaceSymbol; part = part.ContainingSymbol)
        {
            if (part.DeclaredAccessibility is Accessibility.Private or Accessibility.Internal or Accessibility.ProtectedAndInternal) return false;
            if (part is IMethodSymbol { MethodKind: MethodKind.LocalFunction }) return false;
        }

        return true;
    }

    private static bool IsPrimary(IMethodSymbol method) =>
        method.DeclaringSyntaxReferences.Any(reference => reference.GetSyntax() is Microsoft.CodeAnalysis.CSharp.Syntax.TypeDeclarationSyntax);

    // An empty body, or one that only throws, is a place kept for later or forbidden on purpose.
    private static bool IsStub(IOperation body)
    {
        var statements = body.DescendantsAndSelf().OfType<IBlockOperation>().FirstOrDefault()?.Operations
            .Where(operation => operation is not (IReturnOperation { IsImplicit: true, ReturnedValue: null } or ILabeledOperation { IsImplicit: true })).ToList();
        return statements is null || statements.Count == 0
            || (statements.Count == 1 && statements[0].DescendantsAndSelf().Any(part => part is IThrowOperation) && statements[0] is IThrowOperation or IExpressionStatementOperation { Operation: IThrowOperation } or IReturnOperation { ReturnedValue: IThrowOperation or IConversionOperation { Operand: IThrowOperation } });
    }
}
