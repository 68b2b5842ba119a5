using System;
using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Linq;
using System.Runtime.CompilerServices;
using System.Threading;
using System.Threading.Tasks;
using Certify.Analyzers.Resources;
using Certify.Analyzers.Settings;
using Microsoft.CodeAnalysis;

namespace Certify.Analyzers.Program;

/// <summary>
/// What the rules on whole programs know of one compilation: its functions with their calls and accesses, who takes
/// the place of whom in a dispatched call, the entry points, and the effects of each function.
/// </summary>
/// <remarks>
/// A pure function of the compilation, made once and shared: it reads every source itself, so no rule depends on
/// which other rules run beside it or in which order threads come by. Other assemblies are metadata: their members
/// have no facts, and each rule says what it assumes of them.
/// </remarks>
// @llr CFY-LLR-206
internal sealed class ProgramFacts
{
    private static readonly ConditionalWeakTable<Compilation, ProgramFacts> s_made = new();

    private readonly Dictionary<ISymbol, FunctionFacts> _functions = new(SymbolEqualityComparer.Default);
    private readonly Lazy<EntryPoints> _entries;
    private readonly Lazy<EffectTable> _effects;

    private ProgramFacts(Compilation compilation)
    {
        Compilation = compilation;
        var found = new ConcurrentBag<FunctionFacts>();
        Parallel.ForEach(compilation.SyntaxTrees, tree => FunctionCollector.Collect(compilation.GetSemanticModel(tree), found));
        foreach (var facts in found.OrderBy(facts => facts.Place, SourceOrder.Instance)) Join(facts);
        Functions = _functions.Values.OrderBy(facts => facts.Place, SourceOrder.Instance).ToList();
        Types = TypesOf(compilation.Assembly.GlobalNamespace).ToList();
        Hierarchy = new Hierarchy(Types);
        Calls = new CallGraph(this);
        _entries = new Lazy<EntryPoints>(() => new EntryPoints(this));
        _effects = new Lazy<EffectTable>(() => new EffectTable(this));
    }

    /// <summary>The compilation that these are the facts of.</summary>
    public Compilation Compilation { get; }

    /// <summary>Every function with code, in source order.</summary>
    public IReadOnlyList<FunctionFacts> Functions { get; }

    /// <summary>Every type declared here, nested ones included, in the order of their names.</summary>
    public IReadOnlyList<INamedTypeSymbol> Types { get; }

    /// <summary>Overrides and implementations.</summary>
    public Hierarchy Hierarchy { get; }

    /// <summary>Who calls whom.</summary>
    public CallGraph Calls { get; }

    /// <summary>Where the program begins, and where its tasks and interrupt handlers do.</summary>
    public EntryPoints Entries => _entries.Value;

    /// <summary>What each function can change.</summary>
    public EffectTable Effects => _effects.Value;

    /// <summary>The facts of a compilation, made on the first request.</summary>
    public static ProgramFacts Of(Compilation compilation) => s_made.GetValue(compilation, made => new ProgramFacts(made));

    /// <summary>The symbol that stands for all forms of a function: generic instances, partial parts, reduced extensions, initialisers of objects.</summary>
    public static ISymbol Node(ISymbol symbol)
    {
        var definition = symbol.OriginalDefinition;
        return definition switch
        {
            IMethodSymbol { ReducedFrom: { } whole } => Node(whole),
            IMethodSymbol { PartialDefinitionPart: { } first } => Node(first),
            IMethodSymbol { AssociatedExtensionImplementation: { } body } => Node(body),
            IFieldSymbol { IsStatic: false } field => field.ContainingType,
            IPropertySymbol { IsStatic: false } property => property.ContainingType,
            _ => definition,
        };
    }

    /// <summary>The facts of a function with code here, else null.</summary>
    public FunctionFacts? Find(ISymbol function) => _functions.TryGetValue(Node(function), out var facts) ? facts : null;

    /// <summary>True for what is compiled here.</summary>
    public bool IsOwn(ISymbol symbol) =>
        SymbolEqualityComparer.Default.Equals(symbol.OriginalDefinition.ContainingAssembly, Compilation.Assembly);

    private void Join(FunctionFacts facts)
    {
        if (_functions.TryGetValue(facts.Symbol, out var first)) first.Add(facts);
        else _functions.Add(facts.Symbol, facts);
    }

    private static IEnumerable<INamedTypeSymbol> TypesOf(INamespaceOrTypeSymbol space)
    {
        foreach (var member in space.GetMembers().OrderBy(member => member.MetadataName, StringComparer.Ordinal))
        {
            if (member is INamedTypeSymbol type) yield return type;
            if (member is not INamespaceOrTypeSymbol inner) continue;
            foreach (var nested in TypesOf(inner)) yield return nested;
        }
    }
}
