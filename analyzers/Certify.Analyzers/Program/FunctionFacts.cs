using System.Collections.Generic;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Certify.Analyzers.Program;

/// <summary>One call: what is called, with which receiver, and the operation that does it.</summary>
internal readonly struct CallSite(IMethodSymbol callee, IOperation? receiver, IOperation operation)
{
    /// <summary>The method called, with its type arguments.</summary>
    public IMethodSymbol Callee { get; } = callee;

    /// <summary>The value that it is called on, where there is one.</summary>
    public IOperation? Receiver { get; } = receiver;

    /// <summary>What calls.</summary>
    public IOperation Operation { get; } = operation;

    /// <summary>The arguments, in no particular order; empty where the compiler makes the call.</summary>
    public IReadOnlyList<IArgumentOperation> Arguments => Operation switch
    {
        IInvocationOperation call => call.Arguments,
        IObjectCreationOperation creation => creation.Arguments,
        IPropertyReferenceOperation property => property.Arguments,
        _ => [],
    };

    /// <summary>True when the run time chooses the body by the receiver's class.</summary>
    public bool IsDispatched => Operation switch
    {
        IInvocationOperation call => call.IsVirtual && IsOpen(call.Instance),
        IPropertyReferenceOperation property => (Callee.IsVirtual || Callee.IsAbstract || Callee.IsOverride)
            && property.Instance is { } instance && !IsBase(instance) && IsOpen(instance),
        _ => false,
    };

    private bool IsOpen(IOperation? receiver) =>
        !Callee.IsSealed && receiver?.Type is { IsValueType: false, IsSealed: false } type
        && type is not ITypeParameterSymbol { HasValueTypeConstraint: true };

    private static bool IsBase(IOperation receiver) =>
        receiver.Syntax is Microsoft.CodeAnalysis.CSharp.Syntax.BaseExpressionSyntax;
}

/// <summary>One use of a field.</summary>
internal readonly struct FieldAccess(IFieldSymbol field, bool reads, bool writes, IOperation operation)
{
    /// <summary>The field as it is declared.</summary>
    public IFieldSymbol Field { get; } = field;

    /// <summary>True when the value is used.</summary>
    public bool Reads { get; } = reads;

    /// <summary>True when it can be changed here.</summary>
    public bool Writes { get; } = writes;

    /// <summary>Where.</summary>
    public IOperation Operation { get; } = operation;
}

/// <summary>What one function does, as its code says.</summary>
internal sealed class FunctionFacts(ISymbol symbol, Location place)
{
    private readonly List<IOperation> _bodies = [];
    private readonly List<CallSite> _calls = [];
    private readonly List<FieldAccess> _fields = [];
    private readonly List<ILoopOperation> _loops = [];
    private readonly List<ISymbol> _inner = [];
    private readonly List<IOperation> _writes = [];
    private readonly Dictionary<ILocalSymbol, List<IOperation>> _sources = new(SymbolEqualityComparer.Default);

    /// <summary>A method, accessor, local function or lambda; the type for initialisers of instance members; the field or property for a static one's.</summary>
    public ISymbol Symbol { get; } = symbol;

    /// <summary>Where its code begins.</summary>
    public Location Place { get; } = place;

    /// <summary>The code: one tree, or several for initialisers and partial types.</summary>
    public IReadOnlyList<IOperation> Bodies => _bodies;

    /// <summary>Its calls, in source order.</summary>
    public IReadOnlyList<CallSite> Calls => _calls;

    /// <summary>Its uses of fields, in source order.</summary>
    public IReadOnlyList<FieldAccess> Fields => _fields;

    /// <summary>Its loops, in source order.</summary>
    public IReadOnlyList<ILoopOperation> Loops => _loops;

    /// <summary>Local functions and lambdas written in it.</summary>
    public IReadOnlyList<ISymbol> Inner => _inner;

    /// <summary>The targets that it stores into or hands on to be stored into.</summary>
    public IReadOnlyList<IOperation> Writes => _writes;

    /// <summary>The values given to a local by its declaration and by assignments.</summary>
    public IReadOnlyList<IOperation> SourcesOf(ILocalSymbol local) => _sources.TryGetValue(local, out var list) ? list : [];

    internal void AddBody(IOperation body) => _bodies.Add(body);

    internal void AddCall(CallSite call) => _calls.Add(call);

    internal void AddField(FieldAccess access) => _fields.Add(access);

    internal void AddLoop(ILoopOperation loop) => _loops.Add(loop);

    internal void AddInner(ISymbol function) => _inner.Add(function);

    internal void AddWrite(IOperation target) => _writes.Add(target);

    internal void AddSource(ILocalSymbol local, IOperation value)
    {
        if (!_sources.TryGetValue(local, out var list)) _sources[local] = list = [];
        list.Add(value);
    }

    internal void Add(FunctionFacts other)
    {
        _bodies.AddRange(other._bodies);
        _calls.AddRange(other._calls);
        _fields.AddRange(other._fields);
        _loops.AddRange(other._loops);
        _inner.AddRange(other._inner);
        _writes.AddRange(other._writes);
        foreach (var pair in other._sources)
        {
            foreach (var value in pair.Value) AddSource(pair.Key, value);
        }
    }
}
