using System.Linq;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Certify.Analyzers.ControlFlow;

/// <summary>Says how a decision that is no tree can be written as one.</summary>
internal static class TreeForm
{
    /// <summary>
    /// An equivalent order of the operands where only the last one is a chain of another kind; where there are several
    /// such operands, the part to compute beforehand.
    /// </summary>
    public static string Hint(Formula decision)
    {
        var first = $"compute '{FirstChain(decision).Syntax}' before, as a local of its own";
        return Reordered(decision) is { } text && text != decision.Syntax.ToString()
            ? $"Write '{text}' if the order of evaluation is free, or {first}"
            : char.ToUpperInvariant(first[0]) + first.Substring(1);
    }

    // Null when no order of the operands makes a tree.
    private static string? Reordered(Formula formula)
    {
        if (new DecisionDiagram(formula).Joined() is null) return formula.Syntax.ToString();
        if (formula.Connective is not (Connective.And or Connective.Or)) return null;
        var operands = formula.Operands(formula.Connective).ToList();
        var chains = operands.Where(IsChain).ToList();
        if (chains.Count != 1 || Reordered(chains[0]) is not { } last) return null;
        var texts = operands.Where(operand => !IsChain(operand)).Select(operand => operand.Syntax.ToString());
        return string.Join(Sign(formula), texts.Append(InParentheses(chains[0], last)));
    }

    private static bool IsChain(Formula formula) => formula.Connective switch
    {
        Connective.Not => IsChain(formula.Parts[0]),
        Connective.And or Connective.Or or Connective.Choice => true,
        _ => false,
    };

    private static string Sign(Formula formula) => (formula.Connective, formula.Syntax is PatternSyntax) switch
    {
        (Connective.And, true) => " and ",
        (Connective.And, false) => " && ",
        (_, true) => " or ",
        _ => " || ",
    };

    private static string InParentheses(Formula formula, string text) => formula.Connective == Connective.Not ? text : $"({text})";

    // The first operand, in order of evaluation, from which several ways lead on.
    private static Formula FirstChain(Formula formula)
    {
        while (formula.Connective == Connective.Not) formula = formula.Parts[0];
        var operands = formula.Connective is Connective.And or Connective.Or ? formula.Operands(formula.Connective) : formula.Parts;
        return operands.FirstOrDefault(IsChain) ?? formula;
    }
}
