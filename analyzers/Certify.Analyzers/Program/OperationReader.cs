using System.Linq;
using Certify.Analyzers.Settings;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Certify.Analyzers.Program;

/// <summary>Notes what one operation does: calls, uses of fields, stores, loops.</summary>
internal static class OperationReader
{
    /// <summary>Adds what the operation itself does, not what those below it do.</summary>
    public static void Read(IOperation operation, FunctionFacts facts)
    {
        foreach (var call in Callees.Of(operation)) facts.AddCall(call);
        switch (operation)
        {
            case IFieldReferenceOperation field when !field.Field.IsConst:
                var (reads, writes) = Use(field);
                facts.AddField(new FieldAccess((IFieldSymbol)field.Field.OriginalDefinition, reads, writes, field));
                break;
            case ILoopOperation loop:
                facts.AddLoop(loop);
                Walked(loop, facts);
                break;
            case IVariableDeclaratorOperation declarator when declarator.GetVariableInitializer() is { } initial:
                facts.AddSource(declarator.Symbol, initial.Value);
                break;
            case IAssignmentOperation { Target: ILocalReferenceOperation local } assignment:
                facts.AddSource(local.Local, assignment.Value);
                break;
            case IDeclarationPatternOperation { DeclaredSymbol: ILocalSymbol named } pattern when Matched(pattern) is { } value:
                facts.AddSource(named, value);
                break;
        }

        Stores(operation, facts);
    }

    private static void Stores(IOperation operation, FunctionFacts facts)
    {
        switch (operation)
        {
            case ISimpleAssignmentOperation { IsRef: true }:
                break;
            case IAssignmentOperation assignment:
                Target(assignment.Target, facts);
                break;
            case IIncrementOrDecrementOperation step:
                Target(step.Target, facts);
                break;
            case IAddressOfOperation address:
                Target(address.Reference, facts);
                break;
        }
    }

    private static void Target(IOperation target, FunctionFacts facts)
    {
        switch (target)
        {
            case ITupleOperation tuple:
                foreach (var element in tuple.Elements) Target(element, facts);
                break;
            case IDeclarationExpressionOperation or IDiscardOperation:
                break;
            case IPropertyReferenceOperation { Property.RefKind: RefKind.None }:
                break; // A call of the setter.
            default:
                facts.AddWrite(target);
                break;
        }
    }

    private static void Walked(ILoopOperation loop, FunctionFacts facts)
    {
        if (loop is not IForEachLoopOperation each || each.LoopControlVariable is not IVariableDeclaratorOperation variable) return;
        facts.AddSource(variable.Symbol, each.Collection);
    }

    private static IOperation? Matched(IOperation pattern) => pattern.Parent switch
    {
        IIsPatternOperation test => test.Value,
        _ => null,
    };

    /// <summary>How an operation uses the variable it names: by its place in the operation above.</summary>
    public static (bool Reads, bool Writes) Use(IOperation variable)
    {
        var below = variable;
        for (var above = variable.Parent; above is not null; below = above, above = above.Parent)
        {
            switch (above)
            {
                case ISimpleAssignmentOperation { IsRef: true }:
                    return (true, true);
                case ISimpleAssignmentOperation assignment when assignment.Target == below:
                    return (false, true);
                case IDeconstructionAssignmentOperation deconstruction when deconstruction.Target == below:
                    return (false, true);
                case IAssignmentOperation assignment when assignment.Target == below:
                    return (IsUsed(above), true);
                case IIncrementOrDecrementOperation:
                    return (IsUsed(above), true);
                case IArgumentOperation { Parameter.RefKind: RefKind.Out }:
                    return (false, true);
                case IArgumentOperation { Parameter.RefKind: RefKind.Ref }:
                case IAddressOfOperation:
                    return (true, true);
                case IVariableInitializerOperation { Parent: IVariableDeclaratorOperation { Symbol.RefKind: RefKind.Ref } }:
                    return (true, true);
                case IReturnOperation when IsRefReturn(above):
                    return (true, true);
                case ITupleOperation when above.Parent is ITupleOperation or IDeconstructionAssignmentOperation:
                    continue;
                case IFieldReferenceOperation part when part.Instance == below && part.Field.ContainingType.IsValueType:
                case IInlineArrayAccessOperation access when access.Instance == below:
                    var (reads, writes) = Use(above);
                    return (reads || writes, writes); // A store to a part leaves the rest, which counts as read.
                case IInvocationOperation call when call.Instance == below && below.Type is { IsValueType: true }:
                    return (true, !call.TargetMethod.IsReadOnly && !call.TargetMethod.ContainingType.IsReadOnly);
                case IPropertyReferenceOperation property when property.Instance == below && below.Type is { IsValueType: true }:
                    return (true, MayChange(property));
                case IConversionOperation { IsImplicit: true }:
                    if (IsInlineSpan(above)) return (true, true);
                    return (true, false);
                default:
                    return (true, false);
            }
        }

        return (true, false);
    }

    private static bool MayChange(IPropertyReferenceOperation property)
    {
        var (reads, writes) = property.Property.RefKind == RefKind.None ? Use(property) : (true, false);
        return (writes && property.Property.SetMethod is { IsReadOnly: false })
            || (reads && property.Property.GetMethod is { IsReadOnly: false } getter && !IsAutomatic(getter))
            || property.Property.RefKind == RefKind.Ref;
    }

    private static bool IsAutomatic(IMethodSymbol getter) =>
        getter.ContainingType.GetMembers().OfType<IFieldSymbol>()
            .Any(field => SymbolEqualityComparer.Default.Equals(field.AssociatedSymbol, getter.AssociatedSymbol));

    private static bool IsUsed(IOperation value) => value.Parent is not (IExpressionStatementOperation or null);

    private static bool IsInlineSpan(IOperation conversion) => FixedLength.IsSpan(conversion.Type);

    private static bool IsRefReturn(IOperation returned)
    {
        if (returned.SemanticModel?.GetEnclosingSymbol(returned.Syntax.SpanStart) is not IMethodSymbol method) return false;
        return method.RefKind == RefKind.Ref;
    }
}
