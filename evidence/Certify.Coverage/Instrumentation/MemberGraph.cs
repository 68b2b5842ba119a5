using Certify.Coverage.Obligations;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Certify.Coverage.Instrumentation;

/// <summary>
/// Which member names or calls which. A linked image shows functions only; a member whose code was put into its callers has none,
/// and is in the image all the same. The graph errs on the side of calls: a virtual or interface member stands for all that implement it.
/// Members marked [Intrinsic] are no targets: the compiler has its own code for them.
/// </summary>
internal sealed class MemberGraph
{
    private readonly CSharpCompilation _compilation;
    private readonly Dictionary<ISymbol, List<IMethodSymbol>> _implementations = new(SymbolEqualityComparer.Default);

    private MemberGraph(CSharpCompilation compilation)
    {
        _compilation = compilation;
        foreach (var type in compilation.SyntaxTrees.SelectMany(TypesOf).Distinct<INamedTypeSymbol>(SymbolEqualityComparer.Default)) AddImplementations(type);
    }

    /// <summary>Gives every member with code, in order of sources and position.</summary>
    public static IReadOnlyList<MemberPlace> Of(CSharpCompilation compilation)
    {
        var graph = new MemberGraph(compilation);
        return [.. compilation.SyntaxTrees.SelectMany(graph.MembersOf)];
    }

    private IEnumerable<MemberPlace> MembersOf(SyntaxTree tree)
    {
        var model = _compilation.GetSemanticModel(tree);
        foreach (var node in tree.GetRoot().DescendantNodes())
        {
            if (node is BaseFieldDeclarationSyntax or DelegateDeclarationSyntax or AttributeListSyntax) continue;
            var isMember = node is BaseMethodDeclarationSyntax or AccessorDeclarationSyntax or GlobalStatementSyntax
                or ArrowExpressionClauseSyntax { Parent: BasePropertyDeclarationSyntax } or PrimaryConstructorBaseTypeSyntax
                or EqualsValueClauseSyntax { Parent: VariableDeclaratorSyntax { Parent.Parent: BaseFieldDeclarationSyntax } or PropertyDeclarationSyntax };
            if (!isMember || CompileTimeCode.IsStart(node) || MemberSymbols.Of(node, model) is not { } symbol) continue;
            var lines = tree.GetLineSpan(node.Span);
            yield return new MemberPlace(
                MemberSymbols.IdOf(symbol), tree.FilePath, lines.StartLinePosition.Line + 1, lines.EndLinePosition.Line + 1, CallsOf(node, symbol, model));
        }
    }

    private List<string> CallsOf(SyntaxNode node, ISymbol member, SemanticModel model)
    {
        var calls = new SortedSet<string>(StringComparer.Ordinal);
        foreach (var method in SymbolUses.In(node, model, addresses: true).SelectMany(Targets))
        {
            if (method.DeclaringSyntaxReferences.Length > 0 && !IsReplaced(method)) calls.Add(MemberSymbols.IdOf(method));
            if (method.MethodKind == MethodKind.Constructor) AddInitialisers(method.ContainingType, calls);
        }
        if (member is IMethodSymbol { MethodKind: MethodKind.Constructor } constructor) AddInitialisers(constructor.ContainingType, calls);
        return [.. calls];
    }

    /// <summary>The compiler puts its own code in place of such a body; the body is in the image only as a function of its own.</summary>
    private static bool IsReplaced(IMethodSymbol method) =>
        method.GetAttributes().Any(a => a.AttributeClass is { Name: "IntrinsicAttribute", ContainingNamespace.Name: "CompilerServices" });

    private static void AddInitialisers(INamedTypeSymbol type, SortedSet<string> calls)
    {
        foreach (var member in type.GetMembers().Where(m => m is (IFieldSymbol or IPropertySymbol) and { IsStatic: false, IsImplicitlyDeclared: false }))
        {
            calls.Add(MemberSymbols.IdOf(member));
        }
    }

    private IEnumerable<IMethodSymbol> Targets(IMethodSymbol method) =>
        _implementations.TryGetValue(method, out var others) ? others.Prepend(method) : [method];

    private IEnumerable<INamedTypeSymbol> TypesOf(SyntaxTree tree)
    {
        var model = _compilation.GetSemanticModel(tree);
        return tree.GetRoot().DescendantNodes().OfType<BaseTypeDeclarationSyntax>().Select(t => model.GetDeclaredSymbol(t)).OfType<INamedTypeSymbol>();
    }

    private void AddImplementations(INamedTypeSymbol type)
    {
        foreach (var declared in type.AllInterfaces.SelectMany(i => i.GetMembers()).OfType<IMethodSymbol>())
        {
            if (type.FindImplementationForInterfaceMember(declared) is IMethodSymbol found) Add(declared, found);
        }
        foreach (var method in type.GetMembers().OfType<IMethodSymbol>())
        {
            for (var overridden = method.OverriddenMethod; overridden is not null; overridden = overridden.OverriddenMethod) Add(overridden, method);
        }
    }

    private void Add(IMethodSymbol declared, IMethodSymbol implementation)
    {
        if (!_implementations.TryGetValue(declared.OriginalDefinition, out var list)) _implementations[declared.OriginalDefinition] = list = [];
        list.Add(implementation.OriginalDefinition);
    }
}
