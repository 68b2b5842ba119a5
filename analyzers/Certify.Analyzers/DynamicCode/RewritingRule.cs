using System;
using System.Linq;
using Certify.Analyzers.Catalogue;
using Certify.Analyzers.Settings;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Certify.Analyzers.DynamicCode;

/// <summary>CFY1805: no attribute that turns a call or an access into another one than the source shows.</summary>
// @llr CFY-LLR-226
public sealed class RewritingRule() : CertifyRule(
    RuleIds.Rewriting,
    "'{0}' {1}. {2}.",
    "What a reviewer reads has to be what runs.")
{
    private static readonly string[] s_testWords = ["Tests", "Test", "Benchmark", "Benchmarks", "Properties"];

    private protected override void Register(CompilationStartAnalysisContext context, RuleScope scope) =>
        context.RegisterOperationAction(c => Check(c, scope), OperationKind.Attribute);

    private static void Check(OperationAnalysisContext context, RuleScope scope)
    {
        if (context.Operation.ChildOperations.FirstOrDefault() is not { Type: { } type } creation) return;
        var (what, remedy) = Judge(type, creation);
        if (what is not null) context.Report(scope, Name(type), what, remedy);
    }

    private static (string? What, string Remedy) Judge(ITypeSymbol type, IOperation creation)
    {
        switch (type.Name)
        {
            case "InterceptsLocationAttribute" when type.IsNamed("System.Runtime.CompilerServices.InterceptsLocationAttribute"):
                return ("replaces a call elsewhere by a call of this method", "Call the method where it is meant");
            case "UnsafeAccessorAttribute" or "UnsafeAccessorTypeAttribute" when type.IsWithin("System.Runtime.CompilerServices"):
                return ("reaches a private member of another type", "Use the type's own interface");
            case "IgnoresAccessChecksToAttribute" when type.IsNamed("System.Runtime.CompilerServices.IgnoresAccessChecksToAttribute"):
                return ("switches off access checks for a whole assembly", "Use what the assembly makes public");
            case "TypeForwardedToAttribute" when type.IsNamed("System.Runtime.CompilerServices.TypeForwardedToAttribute"):
                return ("sends users of a type to another assembly", "Reference the assembly that has the type");
            case "InternalsVisibleToAttribute" when type.IsNamed("System.Runtime.CompilerServices.InternalsVisibleToAttribute"):
                return IsForTests(creation)
                    ? default
                    : ("opens the internals to an assembly that holds no tests", "Make public what the other assembly needs");
            default:
                return default;
        }
    }

    // Strong names follow the name after a comma.
    private static bool IsForTests(IOperation creation)
    {
        var constant = creation.ChildOperations.FirstOrDefault() is Microsoft.CodeAnalysis.Operations.IArgumentOperation argument
            ? argument.Value.ConstantValue.Value as string
            : null;
        if (constant is null) return false;
        // One project's tests can be several assemblies, such as Name.Tests and Name.Tests.Native.
        var parts = constant.Split(',')[0].Trim().Split('.');
        return parts.Skip(Math.Min(1, parts.Length - 1)).Any(part => s_testWords.Any(word => part.EndsWith(word, StringComparison.Ordinal)));
    }

    private static string Name(ITypeSymbol type) => type.Name.Substring(0, type.Name.Length - "Attribute".Length);
}
