using System.Collections.Generic;
using System.Linq;
using Certify.Analyzers.Resources;
using Certify.Analyzers.Settings;
using Microsoft.CodeAnalysis;

namespace Certify.Analyzers.Program;

/// <summary>Why one function leads to another.</summary>
internal enum EdgeKind
{
    /// <summary>A call, a conversion to a delegate, or code the compiler places there.</summary>
    Call,

    /// <summary>From a member to a body that can take its place.</summary>
    Dispatch,

    /// <summary>From the use of a static to the code that sets its first value.</summary>
    StaticInitialiser,
}

/// <summary>One edge of the call graph.</summary>
internal readonly struct CallEdge(ISymbol to, Location place, EdgeKind kind)
{
    /// <summary>The function that it leads to.</summary>
    public ISymbol To { get; } = to;

    /// <summary>Where the call stands; none for dispatch.</summary>
    public Location Place { get; } = place;

    /// <summary>Why it does.</summary>
    public EdgeKind Kind { get; } = kind;
}

/// <summary>Who calls whom in one compilation, with every target that dispatch allows.</summary>
internal sealed class CallGraph
{
    private static readonly IReadOnlyList<CallEdge> s_none = [];
    private readonly Dictionary<ISymbol, List<CallEdge>> _edges = new(SymbolEqualityComparer.Default);

    public CallGraph(ProgramFacts program)
    {
        foreach (var facts in program.Functions) AddCode(facts, program);
        foreach (var type in program.Types)
        {
            foreach (var member in type.GetMembers().OfType<IMethodSymbol>()) AddMember(member, type, program);
            foreach (var face in type.AllInterfaces) AddBodies(face, program);
            for (var above = type.BaseType; above is not null && !program.IsOwn(above); above = above.BaseType) AddBodies(above, program);
        }
    }

    /// <summary>Every function that leads to another.</summary>
    public IEnumerable<ISymbol> Callers => _edges.Keys;

    /// <summary>What a function leads to, in the order of the source; of several calls of one function the first.</summary>
    public IReadOnlyList<CallEdge> From(ISymbol caller) => _edges.TryGetValue(caller, out var list) ? list : s_none;

    /// <summary>A function's name in messages.</summary>
    public static string Name(ISymbol symbol) => symbol switch
    {
        IMethodSymbol { MethodKind: MethodKind.AnonymousFunction } => "lambda",
        _ => symbol.Shown(),
    };

    /// <summary>Everything that the roots lead to, with the edge by which each was first reached (null for roots).</summary>
    public Dictionary<ISymbol, ISymbol?> Reach(IEnumerable<ISymbol> roots)
    {
        var reached = new Dictionary<ISymbol, ISymbol?>(SymbolEqualityComparer.Default);
        var pending = new Queue<ISymbol>();
        foreach (var root in roots.Select(ProgramFacts.Node))
        {
            if (reached.ContainsKey(root)) continue;
            reached.Add(root, null);
            pending.Enqueue(root);
        }

        while (pending.Count > 0)
        {
            var caller = pending.Dequeue();
            foreach (var edge in From(caller))
            {
                if (reached.ContainsKey(edge.To)) continue;
                reached.Add(edge.To, caller);
                pending.Enqueue(edge.To);
            }
        }

        return reached;
    }

    /// <summary>The functions from a root to one that <see cref="Reach"/> found, as a message shows them.</summary>
    public static string Path(IReadOnlyDictionary<ISymbol, ISymbol?> reached, ISymbol to)
    {
        var names = new List<string>();
        for (ISymbol? at = to; at is not null; at = reached[at]) names.Add(Name(at));
        names.Reverse();
        return string.Join(" -> ", names);
    }

    private void AddCode(FunctionFacts facts, ProgramFacts program)
    {
        foreach (var call in facts.Calls)
        {
            Add(facts.Symbol, call.Callee, call.Operation.Syntax.GetLocation(), EdgeKind.Call);
            if (!call.Callee.IsStatic && call.Callee.MethodKind != MethodKind.Constructor) continue;
            AddStaticConstructor(facts.Symbol, call.Callee.ContainingType, call.Operation, program);
        }

        foreach (var access in facts.Fields.Where(access => access.Field.IsStatic))
        {
            Add(facts.Symbol, access.Field.AssociatedSymbol ?? access.Field, access.Operation.Syntax.GetLocation(), EdgeKind.StaticInitialiser);
            AddStaticConstructor(facts.Symbol, access.Field.ContainingType, access.Operation, program);
        }

        foreach (var lambda in facts.Inner.Where(inner => inner is IMethodSymbol { MethodKind: MethodKind.AnonymousFunction }))
        {
            Add(facts.Symbol, lambda, lambda.Locations.FirstOrDefault() ?? Location.None, EdgeKind.Call);
        }
    }

    private void AddMember(IMethodSymbol member, INamedTypeSymbol type, ProgramFacts program)
    {
        AddTargets(member, program);
        if (member.MethodKind == MethodKind.Constructor) Add(member, type, Location.None, EdgeKind.Call);
        if (member.MethodKind == MethodKind.StaticConstructor)
        {
            foreach (var field in type.GetMembers().Where(other => other is IFieldSymbol { IsStatic: true } or IPropertySymbol { IsStatic: true }))
            {
                Add(member, field, Location.None, EdgeKind.StaticInitialiser);
            }
        }

        if (member is { AssociatedSymbol: IPropertySymbol { IsStatic: true } property })
        {
            Add(member, property, Location.None, EdgeKind.StaticInitialiser);
        }
    }

    private void AddBodies(INamedTypeSymbol face, ProgramFacts program)
    {
        if (program.IsOwn(face)) return;
        foreach (var member in face.GetMembers().OfType<IMethodSymbol>()) AddTargets(member, program);
    }

    private void AddTargets(IMethodSymbol member, ProgramFacts program)
    {
        foreach (var body in program.Hierarchy.TargetsOf(member)) Add(member, body, Location.None, EdgeKind.Dispatch);
    }

    private void AddStaticConstructor(ISymbol caller, INamedTypeSymbol? type, IOperation use, ProgramFacts program)
    {
        if (type is null || !program.IsOwn(type) || type.OriginalDefinition.StaticConstructors.FirstOrDefault() is not { } first) return;
        Add(caller, first, use.Syntax.GetLocation(), EdgeKind.StaticInitialiser);
    }

    private void Add(ISymbol from, ISymbol to, Location place, EdgeKind kind)
    {
        var caller = ProgramFacts.Node(from);
        var callee = ProgramFacts.Node(to);
        if (!_edges.TryGetValue(caller, out var list)) _edges[caller] = list = [];
        if (!list.Exists(edge => edge.Kind == kind && SymbolEqualityComparer.Default.Equals(edge.To, callee)))
        {
            list.Add(new CallEdge(callee, place, kind));
        }
    }
}
