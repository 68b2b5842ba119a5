using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Certify.Coverage.Instrumentation;

/// <summary>
/// The members that static initialisers reach. ILC runs them while it compiles; a counter store in them would keep
/// it from fixing the static, so they are left alone and their obligations say so.
/// </summary>
internal sealed class CompileTimeCode
{
    private readonly HashSet<ISymbol> _reached = new(SymbolEqualityComparer.Default);
    private readonly Queue<SyntaxNode> _open = new();
    private readonly CSharpCompilation _compilation;
    private readonly Dictionary<SyntaxTree, SemanticModel> _models = [];

    private CompileTimeCode(CSharpCompilation compilation) => _compilation = compilation;

    /// <summary>Finds them in a whole compilation.</summary>
    public static IReadOnlySet<ISymbol> In(CSharpCompilation compilation)
    {
        var search = new CompileTimeCode(compilation);
        foreach (var tree in compilation.SyntaxTrees)
        {
            foreach (var start in tree.GetRoot().DescendantNodes().Where(IsStart)) search._open.Enqueue(start);
        }
        while (search._open.TryDequeue(out var node)) search.Scan(node);
        return search._reached;
    }

    /// <summary>True for a static constructor and for the initialiser of a static field or property.</summary>
    public static bool IsStart(SyntaxNode node) => node switch
    {
        ConstructorDeclarationSyntax c => c.Modifiers.Any(SyntaxKind.StaticKeyword),
        EqualsValueClauseSyntax { Parent: VariableDeclaratorSyntax { Parent.Parent: FieldDeclarationSyntax f } }
            => f.Modifiers.Any(SyntaxKind.StaticKeyword),
        EqualsValueClauseSyntax { Parent: PropertyDeclarationSyntax p } => p.Modifiers.Any(SyntaxKind.StaticKeyword),
        _ => false,
    };

    private void Scan(SyntaxNode node)
    {
        if (!_models.TryGetValue(node.SyntaxTree, out var model))
        {
            _models[node.SyntaxTree] = model = _compilation.GetSemanticModel(node.SyntaxTree);
        }
        foreach (var method in SymbolUses.In(node, model, addresses: false))
        {
            Reach(method);
            if (method.MethodKind == MethodKind.Constructor) ReachInitialisers(method.ContainingType);
        }
    }

    private void Reach(IMethodSymbol method)
    {
        if (!_reached.Add(method)) return;
        foreach (var reference in method.DeclaringSyntaxReferences)
        {
            var node = reference.GetSyntax();
            if (node is not TypeDeclarationSyntax) _open.Enqueue(node);
        }
    }

    private void ReachInitialisers(INamedTypeSymbol type)
    {
        foreach (var member in type.GetMembers().Where(m => m is (IFieldSymbol or IPropertySymbol) and { IsStatic: false }))
        {
            if (!_reached.Add(member)) continue;
            foreach (var reference in member.DeclaringSyntaxReferences)
            {
                var initializer = reference.GetSyntax() switch
                {
                    VariableDeclaratorSyntax v => v.Initializer,
                    PropertyDeclarationSyntax p => p.Initializer,
                    _ => null,
                };
                if (initializer is not null) _open.Enqueue(initializer);
            }
        }
    }
}
