using System.Collections.Generic;
using System.Linq;
using Certify.Analyzers.Program;
using Certify.Analyzers.Settings;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Certify.Analyzers.Resources;

/// <summary>What a loop's body and condition can change.</summary>
internal sealed class LoopWrites
{
    private readonly HashSet<ISymbol> _written = new(SymbolEqualityComparer.Default);
    private readonly List<IOperation> _parts = [];
    private bool _calls;
    private bool _writesThroughReference;
    private bool _callsLocalFunction;

    private LoopWrites()
    {
    }

    /// <summary>Looks once over the operations given.</summary>
    public static LoopWrites In(params IOperation[] parts)
    {
        var writes = new LoopWrites();
        writes._parts.AddRange(parts);
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

    private bool IsOwn(ISymbol symbol) =>
        !_written.Contains(symbol) && !_callsLocalFunction && !(_writesThroughReference && HasReference(symbol));

    // True when a reference local of the method, made inside or outside the loop, can name the variable.
    private bool HasReference(ISymbol symbol)
    {
        var root = _parts[0];
        while (root.Parent is { } parent) root = parent;
        return root.Descendants().Any(operation => operation switch
        {
            IVariableDeclaratorOperation { Symbol.RefKind: RefKind.Ref } declarator => declarator.GetVariableInitializer() is { } initial && Names(initial.Value, symbol),
            ISimpleAssignmentOperation { IsRef: true } assignment => Names(assignment.Value, symbol),
            _ => false,
        });
    }

    private static bool Names(IOperation place, ISymbol symbol) => place.DescendantsAndSelf().Any(part => part switch
    {
        ILocalReferenceOperation local => SymbolEqualityComparer.Default.Equals(local.Local, symbol),
        IParameterReferenceOperation parameter => SymbolEqualityComparer.Default.Equals(parameter.Parameter, symbol),
        _ => false,
    });

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

        // Operators, conversions, enumerators, deconstructions and the like: a name in the source shows none of them.
        if (!_calls && operation is not (IInvocationOperation or IPropertyReferenceOperation or IObjectCreationOperation))
        {
            _calls = Callees.Of(operation).Any(IsOpaque);
        }
    }

    // What a program declares itself; the library's fixed rows change nothing but themselves.
    private static bool IsOpaque(CallSite call) =>
        call.Callee is { IsImplicitlyDeclared: false, DeclaringSyntaxReferences.Length: > 0, ContainingType: { } type } && !FixedLength.Is(type);

    private void Write(IOperation? target)
    {
        switch (target)
        {
            case ILocalReferenceOperation local:
                _written.Add(local.Local);
                _writesThroughReference |= local.Local.RefKind == RefKind.Ref;
                break;
            case IParameterReferenceOperation parameter:
                _written.Add(parameter.Parameter);
                break;
            case IInstanceReferenceOperation:
                _calls = true; // A new value for every field.
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
