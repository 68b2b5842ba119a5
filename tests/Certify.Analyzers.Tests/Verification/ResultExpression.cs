using Basic.Reference.Assemblies;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Certify.Analyzers.Tests.Verification;

/// <summary>The value that the variable 'result' of a program is given, and the method around it.</summary>
internal static class ResultExpression
{
    public static (IOperation Value, IMethodSymbol Method, Compilation Compilation) In(string program)
    {
        var tree = CSharpSyntaxTree.ParseText(program, new CSharpParseOptions(LanguageVersion.CSharp14));
        var compilation = CSharpCompilation.Create(
            "Result", [tree], Net100.References.All, new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, allowUnsafe: true));
        Assert.Empty(compilation.GetDiagnostics().Where(d => d.Severity == DiagnosticSeverity.Error));
        var model = compilation.GetSemanticModel(tree);
        var variable = tree.GetRoot().DescendantNodes().OfType<VariableDeclaratorSyntax>().Single(v => v.Identifier.Text == "result");
        return (model.GetOperation(variable.Initializer!.Value)!, (IMethodSymbol)model.GetEnclosingSymbol(variable.SpanStart)!, compilation);
    }
}
