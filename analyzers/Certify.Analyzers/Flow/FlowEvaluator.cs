using System.Collections.Immutable;
using System.Linq;
using System.Numerics;
using Certify.Analyzers.Settings;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.FlowAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Certify.Analyzers.Flow;

/// <summary>
/// Evaluates the operations of one function over what is known, in the order in which they run, and generates the
/// obligations on the way. Everything it does not know gives every value of its type.
/// </summary>
// @llr CFY-LLR-160
internal sealed partial class FlowEvaluator(FlowVariables variables, ISymbol function, bool isStructMember, bool checks)
{
    /// <summary>What is known where the evaluation stands.</summary>
    public FlowState State { get; set; } = FlowState.Unknown();

    /// <summary>Takes the obligations; null while a fixpoint is sought.</summary>
    public ImmutableArray<Obligation>.Builder? Sink { get; set; }

    /// <summary>The value of an operation after it ran.</summary>
    public AbstractValue Evaluate(IOperation operation)
    {
        if (FlowConstants.Of(operation) is { } constant) return constant;
        switch (operation)
        {
            case IExpressionStatementOperation statement:
                return Evaluate(statement.Operation);
            case IParenthesizedOperation parenthesized:
                return Evaluate(parenthesized.Operand);
            case ISimpleAssignmentOperation assignment:
                return Assign(assignment);
            case ICompoundAssignmentOperation compound:
                return Compound(compound);
            case IIncrementOrDecrementOperation step:
                return Step(step);
            case IFlowCaptureOperation capture:
                return CaptureValue(capture);
            case IBinaryOperation binary:
                return Binary(binary);
            case IUnaryOperation unary:
                return Unary(unary);
            case IConversionOperation conversion:
                return Convert(conversion);
            case IInvocationOperation call:
                return Call(call);
            case IObjectCreationOperation creation:
                return Create(creation);
            case IArrayCreationOperation array:
                return CreateArray(array);
            case IArrayElementReferenceOperation element:
                return Element(element);
            case IInlineArrayAccessOperation element:
                return Element(element);
            case IImplicitIndexerReferenceOperation element:
                return Element(element);
            case IPropertyReferenceOperation property:
                return Property(property);
            case ICollectionExpressionOperation collection:
                return Collection(collection);
            case IDeconstructionAssignmentOperation deconstruction:
                Evaluate(deconstruction.Value);
                ForgetTargets(deconstruction.Target);
                return AbstractValue.None;
            case IDelegateCreationOperation or IFlowAnonymousFunctionOperation or INameOfOperation or ITypeOfOperation:
                return AbstractValue.None;
            default:
                return Other(operation);
        }
    }

    /// <summary>The variable that an expression names, when the analysis follows it.</summary>
    public Place? PlaceOf(IOperation? operation)
    {
        switch (operation)
        {
            case ILocalReferenceOperation { Local: { IsRef: false } local } when variables.IsFollowed(local):
                return Place.Of(local, false);
            case IParameterReferenceOperation { Parameter: var parameter }
                when variables.IsFollowed(parameter) && SymbolEqualityComparer.Default.Equals(parameter.ContainingSymbol, function):
                return Place.Of(parameter, parameter.RefKind != RefKind.None);
            case IInstanceReferenceOperation { ReferenceKind: InstanceReferenceKind.ContainingTypeInstance, Type: { } type } when isStructMember:
                return Place.Of(type, true);
            case IFlowCaptureReferenceOperation capture when !variables.IsTarget(capture.Id):
                return Place.Of(capture.Id);
            case IParenthesizedOperation parenthesized:
                return PlaceOf(parenthesized.Operand);
            case IDeclarationExpressionOperation declaration:
                return PlaceOf(declaration.Expression);
            case IFieldReferenceOperation { Instance: { Type.IsValueType: true } instance, Field: { IsVolatile: false, RefKind: RefKind.None, IsFixedSizeBuffer: false } field }
                when !HasOverlap(field.ContainingType):
                return PlaceOf(instance)?.Field(field);
            case IPropertyReferenceOperation { Instance: { Type.IsValueType: true } instance, Property: { SetMethod: null, RefKind: RefKind.None } property }
                when IsField(property):
                return PlaceOf(instance)?.Field(property);
            default:
                return null;
        }
    }

    /// <summary>What is known of a place, its declaration included.</summary>
    public AbstractValue Read(Place place, ITypeSymbol? type)
    {
        var value = place.IsLength ? AbstractValue.Of(new Interval(0, int.MaxValue)) : Declared(place, type);
        if (State.Find(place) is { } known)
        {
            if (known.Range is { } range && value.Range is { } all) value = value.WithRange(range.Meet(all)).WithBounds(known.Bounds);
            else value = value.WithBounds(known.Bounds);
            if (known.IsNonZero && value.Range is not null) value = value.NonZero();
            if (known.Number is { } number) value = value.WithNumber(number);
        }

        if (value.Range is { } before)
        {
            foreach (var bound in value.Bounds)
            {
                if (State.Find(bound.Place)?.Range is { } other) before = before.Meet(new(before.Min, BigInteger.Max(before.Min, other.Max + bound.Offset)));
                else if (bound.Place.IsLength) before = before.Meet(new(before.Min, BigInteger.Max(before.Min, int.MaxValue + bound.Offset)));
            }

            value = value.WithRange(before).WithLinear(new Bound(place, 0));
        }

        if (!place.IsLength && FixedSpan.HasLength(type)) value = AbstractValue.WithLength(Read(place.Length(), null));
        return value;
    }

    private AbstractValue Other(IOperation operation)
    {
        if (PlaceOf(operation) is { } place) return Read(place, operation.Type);
        var first = AbstractValue.None;
        foreach (var child in operation.ChildOperations)
        {
            var value = Evaluate(child);
            if (ReferenceEquals(first, AbstractValue.None)) first = value;
        }

        if (FixedSpan.StackLength(operation.Syntax) is { } elements) return AbstractValue.WithLength(AbstractValue.Of(elements));
        if (operation.Syntax is StackAllocArrayCreationExpressionSyntax && first.Range is { } size) return AbstractValue.WithLength(first.WithRange(Kept(size)));
        switch (operation)
        {
            case IFieldReferenceOperation { Field: var field }:
                if (FixedSpan.TableLength(field) is { } length && FixedSpan.HasLength(field.Type)) return AbstractValue.WithLength(AbstractValue.Of(length));
                return Contracts.Limit(field, AbstractValue.Of(operation.Type));
            case ILocalReferenceOperation or IParameterReferenceOperation or IInstanceReferenceOperation or ILiteralOperation
                or IArgumentOperation or ISizeOfOperation or IIsPatternOperation or IIsNullOperation or IIsTypeOperation or IDefaultValueOperation
                or ITupleOperation or IFlowCaptureReferenceOperation or IDiscardOperation or IUtf8StringOperation:
                return operation is IUtf8StringOperation text
                    ? AbstractValue.WithLength(AbstractValue.Of(System.Text.Encoding.UTF8.GetByteCount(text.Value)))
                    : operation is ISizeOfOperation ? AbstractValue.Of(new Interval(1, int.MaxValue))
                    : AbstractValue.Of(operation.Type);
            default:
                State.ForgetIndirect();
                return AbstractValue.Of(operation.Type);
        }
    }

    private AbstractValue Assign(ISimpleAssignmentOperation assignment)
    {
        var target = assignment.Target;
        if (PlaceOf(target) is null) EvaluateTarget(target);
        var value = Evaluate(assignment.Value);
        if (assignment.IsRef) return AbstractValue.Of(assignment.Type);
        Contract(target, value, assignment.Value);
        Store(target, value);
        return value.WithoutRelations();
    }

    // What runs before a value is stored: the instance, the index and their checks, but not the variable itself.
    private void EvaluateTarget(IOperation target)
    {
        switch (target)
        {
            case IArrayElementReferenceOperation or IInlineArrayAccessOperation or IImplicitIndexerReferenceOperation:
                Evaluate(target);
                break;
            case IPropertyReferenceOperation { Property: { IsIndexer: true, ReturnsByRef: true } }:
                Evaluate(target);
                break;
            case IFieldReferenceOperation or IPropertyReferenceOperation or ILocalReferenceOperation or IParameterReferenceOperation
                or IFlowCaptureReferenceOperation or IInstanceReferenceOperation or IDeclarationExpressionOperation or IDiscardOperation or ITupleOperation:
                foreach (var child in target.ChildOperations) Evaluate(child);
                break;
            default:
                Evaluate(target);
                break;
        }
    }

    private void Store(IOperation target, AbstractValue value)
    {
        if (PlaceOf(target) is { } place)
        {
            State.Write(place, Contracts.Limit(target, value));
            return;
        }

        switch (target)
        {
            case IDiscardOperation:
            case ILocalReferenceOperation { Local.IsRef: false }:
            case IParameterReferenceOperation { Parameter.RefKind: RefKind.None }:
                return;
            case IFlowCaptureReferenceOperation capture:
                foreach (var captured in variables.Captured(capture.Id)) Store(captured, AbstractValue.Of(captured.Type));
                return;
            case IPropertyReferenceOperation { Property: { ReturnsByRef: false } property } when !IsField(property):
                State.ForgetIndirect();
                return;
            default:
                ForgetAliases(target.Type);
                return;
        }
    }

    private AbstractValue CaptureValue(IFlowCaptureOperation capture)
    {
        if (variables.IsTarget(capture.Id))
        {
            if (PlaceOf(capture.Value) is null) EvaluateTarget(capture.Value);
            return AbstractValue.None;
        }

        var value = Evaluate(capture.Value);
        State.Write(Place.Of(capture.Id), value);
        return value;
    }

    private void ForgetTargets(IOperation target)
    {
        foreach (var inner in target.DescendantsAndSelf())
        {
            if (inner is ITupleOperation or IDeclarationExpressionOperation) continue;
            Store(inner, AbstractValue.Of(inner.Type));
        }
    }

    // A write through a name that is not followed can change a referenced variable of the same type, or of one that holds it.
    private void ForgetAliases(ITypeSymbol? written)
    {
        if (written is null || TypeRange.Of(written) is null && !TypeRange.IsFloat(written))
        {
            State.ForgetIndirect();
            return;
        }

        foreach (var place in State.Known.All().Select(pair => pair.Key).Where(place => place.IsIndirect && !place.IsLength).ToList())
        {
            if (LeafType(place) is not { } leaf || leaf.Equals(written, SymbolEqualityComparer.Default)) State.Forget(place);
        }
    }

    private static ITypeSymbol? LeafType(Place place)
    {
        var leaf = place.Path.IsEmpty ? place.Root : place.Path[place.Path.Length - 1];
        return leaf switch
        {
            IFieldSymbol field => field.Type,
            IPropertySymbol property => property.Type,
            IParameterSymbol parameter => parameter.Type,
            _ => null,
        };
    }

    private static AbstractValue Declared(Place place, ITypeSymbol? type)
    {
        var symbol = place.Path.IsEmpty ? place.Root : place.Path[place.Path.Length - 1];
        return Contracts.Limit(symbol, AbstractValue.Of(type));
    }

    private static bool IsField(IPropertySymbol property) =>
        property is { IsIndexer: false, IsVirtual: false, IsAbstract: false }
        && property.ContainingType?.GetMembers().Any(member =>
            member is IFieldSymbol { AssociatedSymbol: { } associated } && SymbolEqualityComparer.Default.Equals(associated, property)) == true
        && !Contracts.HasBody(property);

    private static bool HasOverlap(INamedTypeSymbol? type) =>
        type is null || type.GetAttributes().Any(attribute =>
            attribute.AttributeClass?.Name == "StructLayoutAttribute"
            && attribute.ConstructorArguments.Length == 1
            && attribute.ConstructorArguments[0].Value is 2 or (short)2);

    private void Emit(ObligationKind kind, IOperation place, bool traps, string fact, params Claim[] claims)
    {
        if (Sink is null || State.IsUnreachable) return;
        var obligation = new Obligation(kind, place, [.. claims], State.Copy(), traps, fact);
        obligation.Verdict = ProverChain.Decide(obligation);
        Sink.Add(obligation);
    }
}
