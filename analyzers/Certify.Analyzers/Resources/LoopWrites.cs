using System.Collections.Generic;
using System.Linq;
using Certify.Analyzers.Settings;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Certify.Analyzers.Resources;

/// <summary>What a loop's body and condition can change.</summary>
internal sealed class LoopWrites
{
    private readonly HashSet<ISymbol> _written = new(SymbolEqualityComparer.Default);
    private bool _calls;
    private bool _callsLocalFunction;

    private LoopWrites()
    {
    }

    /// <summary>Looks once over the operations given.</summary>
    public static LoopWrites In(params IOperation[] parts)
    {
        var writes = new LoopWrites();
        foreach (var operation in parts.SelectMany(part => part.DescendantsAndSelf())) writes.Look(operation);
        return writes;
    }

    /// <summary>True when a part writes the symbol, or hands it on by reference.</summary>
    public bool IsWritten(ISymbol symbol) => _written.Contains(symbol);

    /// <summary>
    /// True when no part can change the expression's value: constants, unwritten locals and parameters, fields
    /// that nothing called could reach, lengths, and arithmetic over these. Aliases are CFY1016's subject.
    /// </summary>
    public bool LeavesAlone(IOperation bound)
    {
        if (bound.ConstantValue.HasValue) return true;
        return bound switch
        {
            ILocalReferenceOperation local => !local.Local.IsRef && IsOwn(local.Local),
            IParameterReferenceOperation parameter => IsOwn(parameter.Parameter)
                && (parameter.Parameter.RefKind is not (RefKind.Ref or RefKind.Out) || !_calls),
            IFieldReferenceOperation field => LeavesFieldAlone(field),
            IInstanceReferenceOperation => true,
            IPropertyReferenceOperation property => IsLength(property) && LeavesAlone(property.Instance!),
            IConversionOperation { OperatorMethod: null } conversion => LeavesAlone(conversion.Operand),
            IParenthesizedOperation parenthesized => LeavesAlone(parenthesized.Operand),
            IUnaryOperation { OperatorMethod: null } unary => LeavesAlone(unary.Operand),
            IBinaryOperation { OperatorMethod: null } binary =>
                LeavesAlone(binary.LeftOperand) && LeavesAlone(binary.RightOperand),
            _ => false,
        };
    }

    /// <summary>True for the length of an array, a string or a span.</summary>
    public static bool IsLength(IPropertyReferenceOperation property) =>
        property is { Property.Name: "Length", Instance.Type: { } type }
        && (type is IArrayTypeSymbol or { SpecialType: SpecialType.System_String }
            || FixedLength.IsSpan(type));

    private bool IsOwn(ISymbol symbol) => !_written.Contains(symbol) && !_callsLocalFunction;

    private bool LeavesFieldAlone(IFieldReferenceOperation field)
    {
        if (_written.Contains(field.Field)) return false;
        if (field.Field.IsReadOnly) return field.Instance is null || LeavesAlone(field.Instance);
        if (field.Instance is null or IInstanceReferenceOperation or { Type.IsReferenceType: true }) return !_calls;
        return LeavesAlone(field.Instance);
    }

    private void Look(IOperation operation)
    {
        switch (operation)
        {
            case IAssignmentOperation assignment:
                Write(assignment.Target);
                if (assignment is ISimpleAssignmentOperation { IsRef: true }) Write(assignment.Value);
                break;
            case IIncrementOrDecrementOperation step:
                Write(step.Target);
                break;
            case IArgumentOperation { Parameter.RefKind: RefKind.Ref or RefKind.Out } argument:
                Write(argument.Value);
                break;
            case IAddressOfOperation address:
                Write(address.Reference);
                break;
            case IVariableDeclaratorOperation { Symbol.RefKind: RefKind.Ref } declarator:
                if (declarator.GetVariableInitializer() is { } initializer) Write(initializer.Value);
                break;
            case IInvocationOperation call:
                _calls = true;
                _callsLocalFunction |= call.TargetMethod is { MethodKind: MethodKind.LocalFunction, IsStatic: false };
                if (call.Instance is { Type.IsValueType: true } receiver && !call.TargetMethod.IsReadOnly) Write(receiver);
                break;
            case IPropertyReferenceOperation access when !IsLength(access):
            case IObjectCreationOperation { Constructor.IsImplicitlyDeclared: false }:
                _calls = true;
                break;
        }
    }

    private void Write(IOperation? target)
    {
        switch (target)
        {
            case ILocalReferenceOperation local:
                _written.Add(local.Local);
                break;
            case IParameterReferenceOperation parameter:
                _written.Add(parameter.Parameter);
                break;
            case IFieldReferenceOperation field:
                _written.Add(field.Field);
                break;
            case IPropertyReferenceOperation property:
                Write(property.Instance);
                break;
            case ITupleOperation tuple:
                foreach (var element in tuple.Elements) Write(element);
                break;
            case IDeclarationExpressionOperation declaration:
                Write(declaration.Expression);
                break;
            case IInlineArrayAccessOperation access:
                Write(access.Instance);
                break;
            case IConversionOperation conversion:
                Write(conversion.Operand);
                break;
            case IConditionalOperation conditional:
                Write(conditional.WhenTrue);
                Write(conditional.WhenFalse);
                break;
        }
    }
}
