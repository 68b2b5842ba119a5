using System.Collections.Generic;
using System.Linq;
using Certify.Analyzers.DynamicCode;
using Certify.Analyzers.Settings;
using Microsoft.CodeAnalysis;

namespace Certify.Analyzers.Program;

/// <summary>
/// Where a program begins. Named entries are Main, exported methods, tasks, interrupt handlers, and Initialise and
/// Step of a cyclic application. A compilation without any of them is a part of a program that is not known here:
/// then every member that is not private can be called from outside.
/// </summary>
internal sealed class EntryPoints
{
    public EntryPoints(ProgramFacts program)
    {
        var methods = program.Types.SelectMany(type => type.GetMembers()).OfType<IMethodSymbol>().ToList();
        Tasks = methods.Where(method => Annotations.Find(method, "TaskAttribute") is not null).ToList();
        Handlers = methods.Where(method => Annotations.Find(method, "IsrAttribute") is not null).ToList();
        var main = program.Compilation.GetEntryPoint(default);
        var cyclic = program.Types.SelectMany(Cyclic).ToList();
        Cycle = cyclic;
        Exports = methods.Where(IsExported).Concat(main is null ? [] : [main]).ToList();
        var named = Exports.Concat(cyclic).Concat(Tasks).Concat(Handlers).Distinct<IMethodSymbol>(SymbolEqualityComparer.Default).ToList();
        IsPart = named.Count == 0;
        All = IsPart ? methods.Where(method => IsOpen(method)).ToList() : named;
    }

    /// <summary>True when the compilation names no entry: it is part of a program not known here.</summary>
    public bool IsPart { get; }

    /// <summary>Every function that can be called from outside of the compilation.</summary>
    public IReadOnlyList<IMethodSymbol> All { get; }

    /// <summary>Main and the methods that the platform calls by name.</summary>
    public IReadOnlyList<IMethodSymbol> Exports { get; }

    /// <summary>Initialise and Step of cyclic applications.</summary>
    public IReadOnlyList<IMethodSymbol> Cycle { get; }

    /// <summary>Methods marked as tasks.</summary>
    public IReadOnlyList<IMethodSymbol> Tasks { get; }

    /// <summary>Methods marked as interrupt handlers.</summary>
    public IReadOnlyList<IMethodSymbol> Handlers { get; }

    /// <summary>True for a method that the platform or other code calls by its symbol.</summary>
    public static bool IsExported(IMethodSymbol method) => method.GetAttributes().Any(attribute =>
        attribute.AttributeClass.IsNamed("System.Runtime.RuntimeExportAttribute")
        || attribute.AttributeClass.IsNamed("System.Runtime.InteropServices.UnmanagedCallersOnlyAttribute"));

    /// <summary>True for Certify's interface of cyclic applications.</summary>
    public static bool IsCyclicApplication(INamedTypeSymbol face) =>
        face is { Name: "ICyclicApplication", Arity: 3, ContainingNamespace: { Name: "Certify", ContainingNamespace.IsGlobalNamespace: true } };

    private static IEnumerable<IMethodSymbol> Cyclic(INamedTypeSymbol type)
    {
        if (type.TypeKind is not (TypeKind.Struct or TypeKind.Class)) return [];
        return type.AllInterfaces.Where(IsCyclicApplication).SelectMany(face => face.GetMembers())
            .Select(type.FindImplementationForInterfaceMember).OfType<IMethodSymbol>();
    }

    private static bool IsOpen(IMethodSymbol method)
    {
        if (method.MethodKind == MethodKind.ExplicitInterfaceImplementation || method.IsOverride) return true;
        for (ISymbol? part = method; part is not null and not INamespaceSymbol; part = part.ContainingSymbol)
        {
            if (part.DeclaredAccessibility is Accessibility.Private) return false;
        }

        return true;
    }
}
