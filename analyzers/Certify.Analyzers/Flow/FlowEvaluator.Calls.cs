using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Certify.Analyzers.Flow;

/// <content>Calls: arguments, what the callee may change, and what members of the core library give.</content>
internal sealed partial class FlowEvaluator
{
    private AbstractValue Call(IInvocationOperation call)
    {
        var instance = call.Instance is { } receiver ? Evaluate(receiver) : AbstractValue.None;
        var version = State.Version;
        var values = Arguments(call.Arguments);
        if (State.Version != version) instance = instance.WithoutRelations();
        if (LibraryCall(call, instance, values) is { } known) return known;

        AfterCall(call.Instance, call.TargetMethod);
        foreach (var argument in call.Arguments) AfterArgument(argument);
        Require(call);
        if (call.TargetMethod.GetAttributes().Any(a => a.AttributeClass?.Name == "DoesNotReturnAttribute")) State.BecomeUnreachable();
        var result = AbstractValue.Of(call.Type);
        return Contracts.OfResult(call.TargetMethod) is { } range && result.Range is { } all && !range.Meet(all).IsEmpty
            ? result.WithRange(range.Meet(all)) : result;
    }

    private AbstractValue Create(IObjectCreationOperation creation)
    {
        var values = Arguments(creation.Arguments);
        AfterCall(null, creation.Constructor);
        foreach (var argument in creation.Arguments) AfterArgument(argument);
        if (creation.Initializer is { } initializer) Evaluate(initializer);
        if (!FixedSpan.HasLength(creation.Type)) return AbstractValue.Of(creation.Type);
        var parameters = creation.Constructor?.Parameters ?? [];
        if (parameters.Length == 1 && parameters[0].RefKind != RefKind.None) return AbstractValue.WithLength(AbstractValue.Of(1));
        if (parameters.Length == 1 && values.Count == 1 && values[0].Length is { } whole) return AbstractValue.WithLength(whole);
        var length = values.Count > 1 ? values[values.Count - 1] : AbstractValue.None;
        return length.Range is { } range ? AbstractValue.WithLength(length.WithRange(Kept(range))) : AbstractValue.None;
    }

    // In the order of the parameters; the relations of early ones end when a later one changes a variable.
    private List<AbstractValue> Arguments(IEnumerable<IArgumentOperation> arguments)
    {
        var values = new List<(int At, int Version, AbstractValue Value, IArgumentOperation Argument)>();
        foreach (var argument in arguments)
        {
            var isOut = argument.Parameter?.RefKind == RefKind.Out;
            if (isOut && PlaceOf(argument.Value) is null) EvaluateTarget(argument.Value);
            var value = isOut ? AbstractValue.None : Evaluate(argument.Value);
            values.Add((argument.Parameter?.Ordinal ?? values.Count, State.Version, value, argument));
        }

        foreach (var (_, version, value, argument) in values)
        {
            if (argument.Parameter is not { RefKind: RefKind.None or RefKind.In } parameter || Contracts.Of(parameter) is not { } stated) continue;
            var current = version == State.Version ? value : value.WithoutRelations();
            Emit(ObligationKind.Contract, argument, false, $"the argument is {current}", InRange(Ranged(current, parameter.Type), stated));
        }

        return [.. values.OrderBy(v => v.At).Select(v => v.Version == State.Version ? v.Value : v.Value.WithoutRelations())];
    }

    private void AfterArgument(IArgumentOperation argument)
    {
        if (argument.Parameter?.RefKind is not (RefKind.Ref or RefKind.Out)) return;
        if (Contracts.Symbol(argument.Value) is { } symbol && Contracts.Of(symbol) is { } stated
            && (Contracts.Of(argument.Parameter) is not { } promised || !promised.IsWithin(stated)))
        {
            Emit(ObligationKind.Contract, argument, false, "the callee sets it without a stated range", Unknown());
        }

        if (PlaceOf(argument.Value) is { } place) State.Forget(place);
        else Store(argument.Value, AbstractValue.Of(argument.Value.Type));
    }

    private void AfterCall(IOperation? instance, IMethodSymbol? method)
    {
        if (instance is { Type.IsValueType: true } && PlaceOf(instance) is { } place
            && method is not { IsReadOnly: true } && !instance.Type.IsReadOnly)
        {
            State.Forget(place);
        }

        State.ForgetIndirect();
    }

    // A contract check that ends the program when its argument is false.
    private void Require(IInvocationOperation call)
    {
        for (var i = 0; i < call.Arguments.Length; i++)
        {
            var argument = call.Arguments[i];
            if (argument.Parameter is not { Type.SpecialType: SpecialType.System_Boolean } parameter) continue;
            var stopsOn = parameter.GetAttributes()
                .Where(a => a.AttributeClass?.Name == "DoesNotReturnIfAttribute" && a.ConstructorArguments.Length == 1)
                .Select(a => a.ConstructorArguments[0].Value as bool?).FirstOrDefault();
            if (stopsOn is { } stop) Assume(argument.Value, !stop);
            else if (IsHealthMonitor(call.TargetMethod)) Assume(argument.Value, true);
        }
    }

    private static bool IsHealthMonitor(IMethodSymbol method) =>
        method is { Name: "Require", ContainingType: { Name: "HealthMonitor", ContainingNamespace: { Name: "Health", ContainingNamespace.Name: "Kernel" } } };

    /// <summary>Emits that a value lies in the range stated where it goes.</summary>
    private void Contract(IOperation target, AbstractValue value, IOperation place)
    {
        if (Contracts.Symbol(target) is not { } symbol || Contracts.Of(symbol) is not { } stated) return;
        Emit(ObligationKind.Contract, place, false, $"the value is {value}", InRange(Ranged(value, target.Type), stated));
    }

    /// <summary>Emits that a returned value lies in the range stated for the result.</summary>
    public void ContractOfResult(IMethodSymbol method, AbstractValue value, IOperation place)
    {
        if (Contracts.OfResult(method) is not { } stated) return;
        Emit(ObligationKind.Contract, place, false, $"the value is {value}", InRange(Ranged(value, method.ReturnType), stated));
    }
}
