using Microsoft.CodeAnalysis;

namespace Certify.Analyzers.Resources;

/// <summary>Adds the calls that no statement shows: to overrides and implementations, and to field initialisers.</summary>
internal static class Dispatch
{
    /// <summary>Adds an edge from each overridden or implemented member to what this type puts in its place.</summary>
    public static void Collect(INamedTypeSymbol type, CallGraph graph)
    {
        if (type.TypeKind is not (TypeKind.Class or TypeKind.Struct)) return;
        foreach (var member in type.GetMembers())
        {
            if (member is not IMethodSymbol method) continue;
            if (method.OverriddenMethod is { } overridden) graph.Add(overridden, method, Location.None);
            if (method.MethodKind == MethodKind.Constructor) graph.Add(method, type, Location.None);
        }

        foreach (var face in type.AllInterfaces)
        {
            foreach (var member in face.GetMembers())
            {
                if (member is IMethodSymbol && type.FindImplementationForInterfaceMember(member) is { } implementation)
                {
                    graph.Add(member, implementation, Location.None);
                }
            }
        }
    }
}
