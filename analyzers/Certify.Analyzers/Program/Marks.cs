using System.Linq;
using Certify.Analyzers.Settings;
using Microsoft.CodeAnalysis;

namespace Certify.Analyzers.Program;

/// <summary>The annotations that rules on whole programs read.</summary>
internal static class Marks
{
    /// <summary>The ceiling of the protected type around a member, else null.</summary>
    public static int? Ceiling(ISymbol? member)
    {
        for (var type = member as INamedTypeSymbol ?? member?.ContainingType; type is not null; type = type.ContainingType)
        {
            if (Annotations.Find(type, "ProtectedAttribute") is { } mark) return Number(mark, 0);
        }

        return null;
    }

    /// <summary>The protected type around a member, else null.</summary>
    public static INamedTypeSymbol? ProtectedType(ISymbol? member)
    {
        for (var type = member as INamedTypeSymbol ?? member?.ContainingType; type is not null; type = type.ContainingType)
        {
            if (Annotations.Find(type, "ProtectedAttribute") is not null) return type.OriginalDefinition;
        }

        return null;
    }

    /// <summary>The priority of a task or interrupt handler; 0 for other functions.</summary>
    public static int Priority(IMethodSymbol method) =>
        (Annotations.Find(method, "TaskAttribute") ?? Annotations.Find(method, "IsrAttribute")) is { } mark ? Number(mark, 0) : 0;

    /// <summary>True for a method declared to wait, and for the library's own.</summary>
    public static bool Waits(IMethodSymbol method) =>
        Annotations.Find(method.OriginalDefinition, "WaitsAttribute") is not null || IsLibraryWait(method);

    /// <summary>True when interrupt handlers may call the member.</summary>
    public static bool IsIsrSafe(ISymbol member)
    {
        for (var part = member; part is not null and not INamespaceSymbol; part = part.ContainingSymbol)
        {
            if (Annotations.Find(part, "IsrSafeAttribute") is { } mark && Annotations.HasText(mark, 0)) return true;
            if (part is IMethodSymbol { AssociatedSymbol: { } whole }
                && Annotations.Find(whole, "IsrSafeAttribute") is { } outer && Annotations.HasText(outer, 0)) return true;
        }

        return false;
    }

    /// <summary>True when the element or one around it is declared deactivated with a record.</summary>
    public static bool IsDeactivated(ISymbol member)
    {
        for (var part = member; part is not null and not INamespaceSymbol; part = part.ContainingSymbol)
        {
            if (Annotations.Find(part, "DeactivatedAttribute") is { } mark && Annotations.HasText(mark, 0)) return true;
            if (part is IMethodSymbol { AssociatedSymbol: { } whole } && IsDeactivated(whole)) return true;
        }

        return false;
    }

    /// <summary>The resource that a method takes or gives back, else null.</summary>
    /// <param name="method">The method called.</param>
    /// <param name="name">"AcquireAttribute" or "ReleaseAttribute".</param>
    public static string? Resource(IMethodSymbol method, string name) =>
        Annotations.Find(method.OriginalDefinition, name) is { } mark && Annotations.HasText(mark, 0)
            ? (string)mark.ConstructorArguments[0].Value! : null;

    /// <summary>An attribute's number at the index; 0 when there is none.</summary>
    public static int Number(AttributeData mark, int index) =>
        mark.ConstructorArguments.Length > index && mark.ConstructorArguments[index].Value is int value ? value : 0;

    private static bool IsLibraryWait(IMethodSymbol method)
    {
        if (method.ContainingNamespace is not { Name: "Threading" or "Tasks" }) return false;
        var type = method.ContainingType?.OriginalDefinition.ToDisplayString();
        return (type, method.Name) switch
        {
            ("System.Threading.Thread", "Sleep" or "Join" or "SpinWait" or "Yield") => true,
            ("System.Threading.Monitor", "Enter" or "Wait" or "TryEnter") => true,
            ("System.Threading.Lock", "Enter" or "TryEnter" or "EnterScope") => true,
            ("System.Threading.SpinWait", "SpinOnce" or "SpinUntil") => true,
            ("System.Threading.WaitHandle" or "System.Threading.ManualResetEventSlim" or "System.Threading.SemaphoreSlim"
                or "System.Threading.CountdownEvent" or "System.Threading.Tasks.Task" or "System.Threading.Tasks.Task<TResult>", var name)
                => name.StartsWith("Wait", System.StringComparison.Ordinal) || name is "get_Result",
            _ => false,
        };
    }
}
