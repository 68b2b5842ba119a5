using System.Collections.Generic;
using System.Linq;
using Certify.Analyzers.Settings;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Certify.Analyzers.Program;

/// <summary>Whose memory an expression names: the root of a store, seen from the function it stands in.</summary>
internal sealed class Places(FunctionFacts facts)
{
    private readonly HashSet<ILocalSymbol> _open = new(SymbolEqualityComparer.Default);

    /// <summary>What a store into the variable named changes.</summary>
    public Effects Store(IOperation target)
    {
        switch (target)
        {
            case ILocalReferenceOperation local:
                if (!Owns(local.Local)) return Captured;
                return local.Local.IsRef ? Behind(local) : Effects.None;
            case IParameterReferenceOperation parameter:
                if (!Owns(parameter.Parameter)) return Captured;
                return parameter.Parameter.RefKind == RefKind.None ? Effects.None : Of(parameter.Parameter);
            case IInstanceReferenceOperation instance:
                return instance.ReferenceKind == InstanceReferenceKind.ContainingTypeInstance ? This : Effects.None;
            case IFieldReferenceOperation { Instance: null }:
                return Static;
            case IFieldReferenceOperation { Instance: { } holder }:
                return holder.Type is { IsReferenceType: true } ? Behind(holder) : Store(holder);
            case IInlineArrayAccessOperation access:
                return Store(access.Instance);
            case IArrayElementReferenceOperation element:
                return Behind(element.ArrayReference);
            case IConditionalOperation choice:
                return Store(choice.WhenTrue).With(choice.WhenFalse is { } other ? Store(other) : Effects.None);
            case IConversionOperation conversion:
                return Store(conversion.Operand);
            case IConditionalAccessInstanceOperation access:
                return Accessed(access) is { } value ? Store(value) : Unknown;
            case IDeclarationExpressionOperation or IDiscardOperation or IDeclarationPatternOperation:
                return Effects.None;
            case IPropertyReferenceOperation { Property.RefKind: not RefKind.None }:
            case IInvocationOperation { TargetMethod.RefKind: not RefKind.None }:
                return Behind(target);
            case { Kind: OperationKind.None }:
                return Unknown; // A store through a pointer.
            default:
                return target.Type is { IsValueType: true } ? Effects.None : Unknown; // A value without a name is a copy.
        }
    }

    /// <summary>What a store through the value changes: the object, the array, the span's memory.</summary>
    public Effects Behind(IOperation value)
    {
        switch (value)
        {
            case ILocalReferenceOperation local:
                return Owns(local.Local) ? BehindLocal(local.Local) : Captured;
            case IParameterReferenceOperation parameter:
                return Owns(parameter.Parameter) ? Of(parameter.Parameter) : Captured;
            case IInstanceReferenceOperation instance:
                return instance.ReferenceKind == InstanceReferenceKind.ContainingTypeInstance ? This : Effects.None;
            case IFieldReferenceOperation { Instance: null }:
                return Static;
            case IFieldReferenceOperation { Instance: { } holder }:
                return Behind(holder);
            case IInlineArrayAccessOperation access:
                return Store(access.Instance);
            case IArrayElementReferenceOperation element:
                return Behind(element.ArrayReference);
            case IObjectCreationOperation { Type.IsRefLikeType: true } creation:
                return Through(creation.Arguments);
            case IObjectCreationOperation or IArrayCreationOperation or ICollectionExpressionOperation or ILiteralOperation
                or IDefaultValueOperation or ITypeParameterObjectCreationOperation:
                return Effects.None;
            case IConversionOperation conversion:
                return FixedLength.IsInlineArray(conversion.Operand.Type) ? Store(conversion.Operand) : Behind(conversion.Operand);
            case IConditionalOperation choice:
                return Behind(choice.WhenTrue).With(choice.WhenFalse is { } other ? Behind(other) : Effects.None);
            case IConditionalAccessInstanceOperation access:
                return Accessed(access) is { } whole ? Behind(whole) : Unknown;
            case IInvocationOperation call when IsWindow(call.Type, call.TargetMethod.RefKind):
                return Through(call.Arguments).With(call.Instance is { } receiver ? Receiver(receiver) : Effects.None);
            case IPropertyReferenceOperation property when IsWindow(property.Type, property.Property.RefKind):
                return Through(property.Arguments).With(property.Instance is { } owner ? Receiver(owner) : Static);
            default:
                return value.Syntax is Microsoft.CodeAnalysis.CSharp.Syntax.StackAllocArrayCreationExpressionSyntax
                    or Microsoft.CodeAnalysis.CSharp.Syntax.ImplicitStackAllocArrayCreationExpressionSyntax
                    ? Effects.None : Unknown;
        }
    }

    /// <summary>What a method that changes its receiver changes.</summary>
    public Effects Receiver(IOperation receiver) =>
        receiver.Type is { IsValueType: true, IsRefLikeType: false } || receiver is ILocalReferenceOperation { Local.IsRef: true }
            ? Store(receiver)
            : Behind(receiver);

    /// <summary>What a function changes that writes through this argument.</summary>
    public Effects Argument(IArgumentOperation argument) =>
        argument.Parameter?.RefKind is RefKind.None or null ? Behind(argument.Value) : Store(argument.Value);

    private static Effects This => new(EffectKinds.This, 0);

    private static Effects Static => new(EffectKinds.Static, 0);

    private static Effects Unknown => new(EffectKinds.Unknown, 0);

    private static Effects Captured => new(EffectKinds.Captured, 0);

    private static Effects Of(IParameterSymbol parameter) => new(EffectKinds.None, Effects.Bit(parameter.Ordinal));

    private static bool IsWindow(ITypeSymbol? type, RefKind kind) => kind != RefKind.None || type is { IsRefLikeType: true };

    private Effects Through(IEnumerable<IArgumentOperation> arguments)
    {
        var all = Effects.None;
        foreach (var argument in arguments.Where(a => a.Parameter is { } p && (p.RefKind != RefKind.None || p.Type.IsRefLikeType || p.Type.IsReferenceType)))
        {
            all = all.With(Argument(argument));
        }

        return all;
    }

    // A window's memory is that of every value the local is given; one read while it is being worked out adds nothing.
    private Effects BehindLocal(ILocalSymbol local)
    {
        if (!_open.Add(local)) return Effects.None;
        var all = Effects.None;
        var sources = facts.SourcesOf(local);
        foreach (var source in sources) all = all.With(local.IsRef ? Store(source) : Behind(source));
        _open.Remove(local);
        return sources.Count == 0 && local.RefKind == RefKind.None && !local.Type.IsRefLikeType ? Unknown : all;
    }

    private bool Owns(ISymbol variable) =>
        SymbolEqualityComparer.Default.Equals(ProgramFacts.Node(variable.ContainingSymbol), facts.Symbol)
        || facts.Symbol is not IMethodSymbol
        || variable.ContainingSymbol is IMethodSymbol { MethodKind: not (MethodKind.LocalFunction or MethodKind.AnonymousFunction) }
            && facts.Symbol is IMethodSymbol { MethodKind: not (MethodKind.LocalFunction or MethodKind.AnonymousFunction) };

    private static IOperation? Accessed(IOperation instance)
    {
        var below = instance;
        for (var above = instance.Parent; above is not null; below = above, above = above.Parent)
        {
            if (above is IConditionalAccessOperation access && access.Operation != below) return access.Operation;
        }

        return null;
    }
}
