using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Certify.Trace.Linking;

/// <summary>Tells what attribute is meant, by binding where its type is known and by its name where it is not.</summary>
internal sealed class AttributeBinder
{
    private readonly SemanticModel _model;
    private readonly Dictionary<string, string> _aliases = new(StringComparer.Ordinal);

    public AttributeBinder(SemanticModel model)
    {
        _model = model;
        foreach (var directive in model.SyntaxTree.GetRoot().DescendantNodes(n => n is CompilationUnitSyntax or BaseNamespaceDeclarationSyntax)
            .OfType<UsingDirectiveSyntax>())
        {
            if (directive is { Alias: { } alias, Name: { } name }) _aliases[alias.Name.Identifier.Text] = LastName(name);
        }
    }

    /// <summary>True when an attribute is of the type with this full name.</summary>
    public bool Is(AttributeSyntax attribute, string fullName)
    {
        var last = fullName[(fullName.LastIndexOf('.') + 1)..];
        var written = WrittenName(attribute);
        if (written != last && written + "Attribute" != last) return false;
        var bound = BoundType(attribute);
        return bound is null || bound.ToDisplayString() == fullName;
    }

    /// <summary>The attribute's simple name as written, aliases followed, without the suffix 'Attribute'.</summary>
    public string ShortName(AttributeSyntax attribute)
    {
        var name = WrittenName(attribute);
        return name.EndsWith("Attribute", StringComparison.Ordinal) && name.Length > 9 ? name[..^9] : name;
    }

    /// <summary>Gives the constant string of the first positional argument, or null.</summary>
    public string? FirstArgument(AttributeSyntax attribute)
    {
        var argument = attribute.ArgumentList?.Arguments.FirstOrDefault(a => a.NameEquals is null)?.Expression;
        if (argument is null) return null;
        if (argument is LiteralExpressionSyntax literal && literal.IsKind(SyntaxKind.StringLiteralExpression)) return literal.Token.ValueText;
        return _model.GetConstantValue(argument).Value as string;
    }

    private string WrittenName(AttributeSyntax attribute)
    {
        var name = LastName(attribute.Name);
        return attribute.Name is IdentifierNameSyntax ? _aliases.GetValueOrDefault(name, name) : name;
    }

    private INamedTypeSymbol? BoundType(AttributeSyntax attribute)
    {
        var info = _model.GetSymbolInfo(attribute);
        var symbol = info.Symbol ?? info.CandidateSymbols.FirstOrDefault();
        var type = symbol?.ContainingType ?? _model.GetTypeInfo(attribute).Type as INamedTypeSymbol;
        return type is null or IErrorTypeSymbol ? null : type;
    }

    private static string LastName(NameSyntax name) => name switch
    {
        QualifiedNameSyntax qualified => qualified.Right.Identifier.Text,
        AliasQualifiedNameSyntax qualified => qualified.Name.Identifier.Text,
        SimpleNameSyntax simple => simple.Identifier.Text,
        _ => name.ToString(),
    };
}
