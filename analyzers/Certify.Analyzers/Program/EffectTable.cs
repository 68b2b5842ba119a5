using System.Collections.Generic;
using System.Linq;
using Certify.Analyzers.Settings;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Certify.Analyzers.Program;

/// <summary>
/// The effects of every function, from the leaves of the call graph upward; functions on a cycle are gone through
/// until nothing new turns up. A trap is no effect: a member that never returns adds nothing.
/// </summary>
internal sealed class EffectTable
{
    private readonly Dictionary<ISymbol, Effects> _effects = new(SymbolEqualityComparer.Default);
    private readonly ProgramFacts _program;

    public EffectTable(ProgramFacts program)
    {
        _program = program;
        var order = BottomUp(program);
        for (var again = true; again;)
        {
            again = false;
            foreach (var facts in order)
            {
                var now = Sum(facts);
                if (_effects.TryGetValue(facts.Symbol, out var before) && before.Equals(now)) continue;
                again |= !now.IsNone || _effects.ContainsKey(facts.Symbol);
                _effects[facts.Symbol] = now;
            }
        }
    }

    /// <summary>What a call of this function can change, seen from inside of it.</summary>
    public Effects Of(IMethodSymbol function)
    {
        var all = OfBody(function);
        foreach (var target in _program.Hierarchy.TargetsOf(function)) all = all.With(OfBody(target));
        return all;
    }

    /// <summary>What one call can change, seen from the function that makes it.</summary>
    public Effects Of(CallSite call, FunctionFacts caller)
    {
        var callee = Of(call.Callee);
        if (callee.IsNone) return Effects.None;
        var places = new Places(caller);
        var kinds = callee.Kinds & ~(EffectKinds.This | EffectKinds.Captured);
        var all = new Effects(kinds, 0);
        if ((callee.Kinds & EffectKinds.This) != 0)
        {
            var owner = call.Operation is IObjectCreationOperation ? Effects.None
                : call.Receiver is { } receiver ? places.Receiver(receiver)
                : new Effects(EffectKinds.Unknown, 0);
            all = all.With(owner);
        }

        if ((callee.Kinds & EffectKinds.Captured) != 0 && !caller.Inner.Contains(ProgramFacts.Node(call.Callee), SymbolEqualityComparer.Default))
        {
            all = all.With(new Effects(EffectKinds.Captured, 0));
        }

        foreach (var argument in call.Arguments)
        {
            if (argument.Parameter is { } parameter && callee.Writes(parameter)) all = all.With(places.Argument(argument));
        }

        // An extension's receiver is its first parameter; reduced calls list it among the arguments already.
        return all;
    }

    private Effects OfBody(IMethodSymbol function)
    {
        var node = ProgramFacts.Node(function);
        if (_effects.TryGetValue(node, out var known)) return known;
        if (_program.Find(node) is not null) return Effects.None; // On a cycle, not summed yet.
        if (_program.IsOwn(function) && node is IMethodSymbol own && !own.IsExtern) return OfCompilerMade(own);
        return Outside.Of(function);
    }

    private static Effects OfCompilerMade(IMethodSymbol method) => method.MethodKind switch
    {
        MethodKind.PropertySet or MethodKind.EventAdd or MethodKind.EventRemove =>
            new Effects(method.IsStatic ? EffectKinds.Static : EffectKinds.This, 0),
        MethodKind.DelegateInvoke => new Effects(EffectKinds.Unknown | EffectKinds.External, 0),
        _ when method.Name == "Deconstruct" =>
            new Effects(EffectKinds.None, method.Parameters.Aggregate(0UL, (bits, p) => bits | (p.RefKind == RefKind.Out ? Effects.Bit(p.Ordinal) : 0))),
        _ => Effects.None,
    };

    private Effects Sum(FunctionFacts facts)
    {
        var all = Effects.None;
        if (facts.Symbol is IMethodSymbol method && Outside.NeverReturns(method)) return all;
        var places = new Places(facts);
        foreach (var target in facts.Writes) all = all.With(places.Store(target));
        foreach (var call in facts.Calls)
        {
            if (call.Operation is IMethodReferenceOperation) continue; // Named, not called.
            all = all.With(Of(call, facts));
        }

        // What a constructor sets is a value that nobody else has yet.
        return all;
    }

    /// <summary>The functions with code, each after those it calls as far as calls form no cycle.</summary>
    public static List<FunctionFacts> BottomUp(ProgramFacts program)
    {
        var order = new List<FunctionFacts>();
        var seen = new HashSet<ISymbol>(SymbolEqualityComparer.Default);
        var stack = new Stack<(ISymbol Node, int Next)>();
        foreach (var root in program.Functions)
        {
            if (seen.Add(root.Symbol)) stack.Push((root.Symbol, 0));
            while (stack.Count > 0)
            {
                var (node, next) = stack.Pop();
                var edges = program.Calls.From(node);
                if (next >= edges.Count)
                {
                    if (program.Find(node) is { } facts) order.Add(facts);
                    continue;
                }

                stack.Push((node, next + 1));
                if (seen.Add(edges[next].To)) stack.Push((edges[next].To, 0));
            }
        }

        return order;
    }
}
