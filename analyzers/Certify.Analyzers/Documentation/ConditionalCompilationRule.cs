using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using Certify.Analyzers.Catalogue;
using Certify.Analyzers.DynamicCode;
using Certify.Analyzers.Settings;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Certify.Analyzers.Documentation;

/// <summary>
/// CFY2006: the preprocessor chooses by symbols that the project lists (property <c>CertifyConfigurations</c>, none by
/// default), and changes neither symbols nor diagnostics nor line numbers; no call disappears by <c>[Conditional]</c>.
/// </summary>
// @llr CFY-LLR-230
public sealed class ConditionalCompilationRule() : CertifyRule(
    RuleIds.ConditionalCompilation,
    "'{0}' {1}. {2}.",
    "What the preprocessor leaves out no analysis sees, and every symbol doubles the programs to verify.")
{
    private const string ConfigurationsKey = "build_property.CertifyConfigurations";

    private protected override void Register(CompilationStartAnalysisContext context, RuleScope scope)
    {
        scope.Options.AnalyzerConfigOptionsProvider.GlobalOptions.TryGetValue(ConfigurationsKey, out var value);
        var listed = (value ?? "").Split(new[] { '|', ',', ' ' }, StringSplitOptions.RemoveEmptyEntries).ToImmutableHashSet(StringComparer.Ordinal);
        context.RegisterSyntaxTreeAction(c => CheckTree(c, scope, listed));
        context.RegisterOperationAction(c => CheckAttribute(c, scope), OperationKind.Attribute);
    }

    private static void CheckTree(SyntaxTreeAnalysisContext context, RuleScope scope, ImmutableHashSet<string> listed)
    {
        var root = context.Tree.GetRoot(context.CancellationToken);
        if (!root.ContainsDirectives || !scope.Covers(context.Tree)) return;
        var isCore = scope.ProfileOf(context.Tree) == Profile.Core;
        foreach (var trivia in root.DescendantTrivia().Where(trivia => trivia.IsDirective))
        {
            if (trivia.GetStructure() is not DirectiveTriviaSyntax directive) continue;
            foreach (var symbol in Unlisted(directive, listed))
            {
                scope.Report(context.ReportDiagnostic, symbol.GetLocation(), symbol.ToString(),
                    "is no listed configuration", "List it in the property CertifyConfigurations, so that both programs are analysed, or remove the choice");
            }

            if (Forbidden(directive, isCore) is not { } what) continue;
            scope.Report(context.ReportDiagnostic, directive.DirectiveNameToken.GetLocation(), "#" + directive.DirectiveNameToken.Text, what, "Remove it");
        }
    }

    private static IEnumerable<SyntaxNode> Unlisted(DirectiveTriviaSyntax directive, ImmutableHashSet<string> listed)
    {
        var condition = directive switch
        {
            IfDirectiveTriviaSyntax branch => branch.Condition,
            ElifDirectiveTriviaSyntax branch => branch.Condition,
            _ => null,
        };
        return condition is null
            ? []
            : condition.DescendantNodesAndSelf().OfType<IdentifierNameSyntax>().Where(name => !listed.Contains(name.Identifier.ValueText));
    }

    private static string? Forbidden(DirectiveTriviaSyntax directive, bool isCore) => directive switch
    {
        DefineDirectiveTriviaSyntax or UndefDirectiveTriviaSyntax => "changes the configuration for one file",
        PragmaWarningDirectiveTriviaSyntax warning when isCore && IsReasoned(warning) => null,
        PragmaWarningDirectiveTriviaSyntax or PragmaChecksumDirectiveTriviaSyntax => "changes what the compiler says about the file",
        LineDirectiveTriviaSyntax or LineSpanDirectiveTriviaSyntax => "moves findings to other lines",
        NullableDirectiveTriviaSyntax nullable when nullable.SettingToken.IsKind(SyntaxKind.DisableKeyword) => "switches checks for null off",
        WarningDirectiveTriviaSyntax or ErrorDirectiveTriviaSyntax => "is a note about unfinished work",
        ReferenceDirectiveTriviaSyntax or LoadDirectiveTriviaSyntax or IgnoredDirectiveTriviaSyntax => "configures the build from inside a source file",
        _ => null,
    };

    // Fields that only the native compiler reads and writes: the C# compiler's own warnings about them may be switched
    // off in the core library, by number, and with the reason on the same line.
    private static bool IsReasoned(PragmaWarningDirectiveTriviaSyntax warning) =>
        warning.ErrorCodes.Count > 0
        && warning.ErrorCodes.All(code => code.ToString().StartsWith("CS", StringComparison.Ordinal) || code.ToString() == "IDE0051")
        && (warning.DisableOrRestoreKeyword.IsKind(SyntaxKind.RestoreKeyword)
            || warning.DescendantTrivia().Any(trivia => trivia.IsKind(SyntaxKind.SingleLineCommentTrivia)));

    private static void CheckAttribute(OperationAnalysisContext context, RuleScope scope)
    {
        if (context.Operation.ChildOperations.FirstOrDefault() is not { Type: { } type }) return;
        if (!type.IsNamed("System.Diagnostics.ConditionalAttribute")) return;
        context.Report(scope, "[Conditional]", "lets calls vanish from some builds", "Call the method always, or not at all");
    }
}
