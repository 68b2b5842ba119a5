using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Certify.Analyzers.Dispatch;

/// <summary>
/// Stands in for the compiler's start context while the rules register: keeps what each wants to be called for, by kind,
/// and registers one action of each sort for all of them. The compiler's own cost of a call is larger than what most rules
/// do in it, and it is paid once per action and node.
/// </summary>
// @llr CFY-LLR-450
internal sealed class RuleActions(CompilationStartAnalysisContext start)
    : CompilationStartAnalysisContext(start.Compilation, start.Options, start.CancellationToken)
{
    private readonly ByKind<SymbolAnalysisContext> _symbols = new();
    private readonly ByKind<SyntaxNodeAnalysisContext> _nodes = new();
    private readonly ByKind<OperationAnalysisContext> _operations = new();
    private readonly List<RuleAction<OperationBlockAnalysisContext>> _blocks = [];
    private readonly List<RuleAction<CodeBlockAnalysisContext>> _codeBlocks = [];
    private readonly List<RuleAction<SyntaxTreeAnalysisContext>> _trees = [];
    private readonly List<RuleAction<CompilationAnalysisContext>> _ends = [];

    /// <summary>The rule that registers now.</summary>
    public string Rule { get; set; } = "";

    /// <inheritdoc/>
    public override void RegisterCompilationEndAction(Action<CompilationAnalysisContext> action) => _ends.Add(new(Rule, action));

    /// <inheritdoc/>
    public override void RegisterSyntaxTreeAction(Action<SyntaxTreeAnalysisContext> action) => _trees.Add(new(Rule, action));

    /// <inheritdoc/>
    public override void RegisterCodeBlockAction(Action<CodeBlockAnalysisContext> action) => _codeBlocks.Add(new(Rule, action));

    /// <inheritdoc/>
    public override void RegisterOperationBlockAction(Action<OperationBlockAnalysisContext> action) => _blocks.Add(new(Rule, action));

    /// <inheritdoc/>
    public override void RegisterSymbolAction(Action<SymbolAnalysisContext> action, ImmutableArray<SymbolKind> symbolKinds) =>
        _symbols.Add(new(Rule, action), symbolKinds.Select(kind => (int)kind));

    /// <inheritdoc/>
    public override void RegisterOperationAction(Action<OperationAnalysisContext> action, ImmutableArray<OperationKind> operationKinds) =>
        _operations.Add(new(Rule, action), operationKinds.Select(kind => (int)kind));

    /// <inheritdoc/>
    public override void RegisterSyntaxNodeAction<TLanguageKindEnum>(
        Action<SyntaxNodeAnalysisContext> action, ImmutableArray<TLanguageKindEnum> syntaxKinds) =>
        _nodes.Add(new(Rule, action), syntaxKinds.Select(kind => (int)(SyntaxKind)(object)kind));

    /// <inheritdoc/>
    public override void RegisterSemanticModelAction(Action<SemanticModelAnalysisContext> action) =>
        throw new NotSupportedException("No rule asks for whole semantic models.");

    /// <inheritdoc/>
    public override void RegisterCodeBlockStartAction<TLanguageKindEnum>(Action<CodeBlockStartAnalysisContext<TLanguageKindEnum>> action) =>
        throw new NotSupportedException("No rule asks for the start of code blocks.");

    /// <summary>Hands the actions to the compiler, once all rules have registered.</summary>
    public void Register()
    {
        if (_symbols.Kinds is { Length: > 0 } symbols) start.RegisterSymbolAction(c => _symbols.Run((int)c.Symbol.Kind, c), symbols.Select(kind => (SymbolKind)kind).ToArray());
        if (_nodes.Kinds is { Length: > 0 } nodes) start.RegisterSyntaxNodeAction(c => _nodes.Run(c.Node.RawKind, c), nodes.Select(kind => (SyntaxKind)kind).ToArray());
        if (_operations.Kinds is { Length: > 0 } kinds) start.RegisterOperationAction(c => _operations.Run((int)c.Operation.Kind, c), kinds.Select(kind => (OperationKind)kind).ToArray());
        if (_blocks.ToArray() is { Length: > 0 } blocks) start.RegisterOperationBlockAction(c => RuleAction<OperationBlockAnalysisContext>.RunAll(blocks, c));
        if (_codeBlocks.ToArray() is { Length: > 0 } codeBlocks) start.RegisterCodeBlockAction(c => RuleAction<CodeBlockAnalysisContext>.RunAll(codeBlocks, c));
        if (_trees.ToArray() is { Length: > 0 } trees) start.RegisterSyntaxTreeAction(c => RuleAction<SyntaxTreeAnalysisContext>.RunAll(trees, c));
        if (_ends.ToArray() is { Length: > 0 } ends) start.RegisterCompilationEndAction(c => RuleAction<CompilationAnalysisContext>.RunAll(ends, c));
    }

    /// <summary>Actions by the number of their kind.</summary>
    private sealed class ByKind<TContext>
    {
        private readonly SortedDictionary<int, List<RuleAction<TContext>>> _lists = new();
        private RuleAction<TContext>[]?[] _table = [];

        /// <summary>Every kind that a rule wants; no further rule registers from here on.</summary>
        public int[] Kinds
        {
            get
            {
                _table = new RuleAction<TContext>[]?[_lists.Count == 0 ? 0 : _lists.Keys.Max() + 1];
                foreach (var list in _lists) _table[list.Key] = list.Value.ToArray();
                return [.. _lists.Keys];
            }
        }

        public void Add(RuleAction<TContext> action, IEnumerable<int> kinds)
        {
            foreach (var kind in kinds.Distinct())
            {
                if (!_lists.TryGetValue(kind, out var list)) _lists[kind] = list = [];
                list.Add(action);
            }
        }

        public void Run(int kind, TContext context)
        {
            if (_table[kind] is { } actions) RuleAction<TContext>.RunAll(actions, context);
        }
    }
}
