using Certify.Coverage.Instrumentation;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Certify.Coverage.Reach;

/// <summary>
/// Which members' code can be in an image. The image's symbols alone are not enough: the compiler inlines small
/// members and leaves no symbol. So everything that a member with a symbol refers to counts as well, and so on;
/// a reference to an interface or virtual member counts for every implementation. Too much rather than too little.
/// </summary>
public static class SourceReach
{
    /// <summary>Gives the documentation ids of all members reached from those that have a symbol.</summary>
    /// <param name="sources">All sources of the target compilation.</param>
    /// <param name="options">Its symbols and references.</param>
    /// <param name="hasSymbol">Whether the image has a function for this member (documentation id, file, first and last line).</param>
    public static IReadOnlySet<string> Of(
        IReadOnlyList<TargetSource> sources, InstrumentationOptions options, Func<string, string, int, int, bool> hasSymbol)
    {
        var parse = new CSharpParseOptions(LanguageVersion.CSharp14, DocumentationMode.None, SourceCodeKind.Regular, options.PreprocessorSymbols);
        var trees = sources.Select(s => CSharpSyntaxTree.ParseText(s.Text, parse, s.RelativePath)).ToList();
        var compilation = CSharpCompilation.Create("Certify.Reach", trees, options.References,
            new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, allowUnsafe: true));
        var members = Members(compilation);
        var implementations = Implementations(members.Keys);
        var open = new Stack<ISymbol>(members.Where(m => m.Value.Any(d => Has(m.Key, d, hasSymbol))).Select(m => m.Key));
        var reached = new HashSet<ISymbol>(open, SymbolEqualityComparer.Default);
        while (open.TryPop(out var member))
        {
            foreach (var next in References(compilation, members[member]).SelectMany(r => implementations[r].Prepend(r)))
            {
                if (members.ContainsKey(next) && reached.Add(next)) open.Push(next);
            }
        }

        return reached.Select(Id).ToHashSet(StringComparer.Ordinal);
    }

    private static bool Has(ISymbol member, SyntaxNode declaration, Func<string, string, int, int, bool> hasSymbol)
    {
        var span = declaration.SyntaxTree.GetLineSpan(declaration.Span);
        return hasSymbol(Id(member), declaration.SyntaxTree.FilePath, span.StartLinePosition.Line + 1, span.EndLinePosition.Line + 1);
    }

    private static Dictionary<ISymbol, List<SyntaxNode>> Members(CSharpCompilation compilation)
    {
        var members = new Dictionary<ISymbol, List<SyntaxNode>>(SymbolEqualityComparer.Default);
        foreach (var tree in compilation.SyntaxTrees)
        {
            var model = compilation.GetSemanticModel(tree);
            foreach (var node in tree.GetRoot().DescendantNodes())
            {
                if (node is not (BaseMethodDeclarationSyntax or BasePropertyDeclarationSyntax)) continue;
                if (model.GetDeclaredSymbol(node) is not { } symbol) continue;
                if (!members.TryGetValue(symbol, out var list)) members[symbol] = list = [];
                list.Add(node);
            }
        }

        return members;
    }

    private static ILookup<ISymbol, ISymbol> Implementations(IEnumerable<ISymbol> members) =>
        members.SelectMany(m => Slots(m).Select(slot => (slot, m)))
            .ToLookup(x => x.slot, x => x.m, (IEqualityComparer<ISymbol>)SymbolEqualityComparer.Default);

    /// <summary>The interface and virtual members that a member stands in for.</summary>
    private static IEnumerable<ISymbol> Slots(ISymbol member)
    {
        for (var above = Overridden(member); above is not null; above = Overridden(above)) yield return above.OriginalDefinition;
        if (member.ContainingType is not { } type) yield break;
        foreach (var slot in type.AllInterfaces.SelectMany(i => i.GetMembers()))
        {
            if (SymbolEqualityComparer.Default.Equals(type.FindImplementationForInterfaceMember(slot), member))
                yield return slot.OriginalDefinition;
        }
    }

    private static ISymbol? Overridden(ISymbol member) => member switch
    {
        IMethodSymbol method => method.OverriddenMethod,
        IPropertySymbol property => property.OverriddenProperty,
        _ => null,
    };

    private static IEnumerable<ISymbol> References(CSharpCompilation compilation, List<SyntaxNode> declarations)
    {
        foreach (var declaration in declarations)
        {
            var model = compilation.GetSemanticModel(declaration.SyntaxTree);
            // Attributes are metadata: their constructors do not run in an image.
            foreach (var node in declaration.DescendantNodes(n => n is not AttributeListSyntax))
            {
                if (node is not (ExpressionSyntax or ConstructorInitializerSyntax or CommonForEachStatementSyntax)) continue;
                if (node is CommonForEachStatementSyntax each)
                {
                    var info = model.GetForEachStatementInfo(each);
                    foreach (var s in new ISymbol?[] { info.GetEnumeratorMethod, info.MoveNextMethod, info.CurrentProperty, info.DisposeMethod })
                        if (s is not null) yield return Definition(s);
                    continue;
                }

                var symbol = model.GetSymbolInfo(node);
                if (symbol.Symbol is { } one) yield return Definition(one);
                foreach (var candidate in symbol.CandidateSymbols) yield return Definition(candidate);
                var conversion = model.GetConversion(node);
                if (conversion.MethodSymbol is { } method) yield return Definition(method);
            }
        }
    }

    private static ISymbol Definition(ISymbol symbol)
    {
        var original = symbol.OriginalDefinition;
        return original is IMethodSymbol { AssociatedSymbol: { } owner } ? owner : original;
    }

    private static string Id(ISymbol symbol) => symbol.GetDocumentationCommentId() ?? symbol.ToDisplayString();
}
