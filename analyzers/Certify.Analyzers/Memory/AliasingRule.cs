using System.Collections.Generic;
using System.Linq;
using Certify.Analyzers.Catalogue;
using Certify.Analyzers.Program;
using Certify.Analyzers.Settings;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Certify.Analyzers.Memory;

/// <summary>CFY1016: no two names of one call stand for the same memory when one of them is written through.</summary>
// @llr CFY-LLR-193
public sealed class AliasingRule() : CertifyRule(
    RuleIds.Aliasing,
    "'{0}' is handed to '{1}' by reference, and {2}. Pass a copy, or let the called function work on one name.",
    "A function can be understood and analysed alone only when its parameters and the fields it uses are different memory.")
{
    private protected override void Register(CompilationStartAnalysisContext context, RuleScope scope) =>
        context.RegisterCompilationEndAction(c => Check(c, scope));

    private static void Check(CompilationAnalysisContext context, RuleScope scope)
    {
        var program = ProgramFacts.Of(context.Compilation);
        var touched = new Dictionary<ISymbol, Dictionary<IFieldSymbol, bool>>(SymbolEqualityComparer.Default);
        foreach (var facts in program.Functions.Where(facts => facts.Place.SourceTree is { } tree && scope.Covers(tree)))
        {
            context.CancellationToken.ThrowIfCancellationRequested();
            foreach (var call in facts.Calls) Check(context, scope, program, facts, call, touched);
        }
    }

    private static void Check(
        CompilationAnalysisContext context, RuleScope scope, ProgramFacts program, FunctionFacts facts, CallSite call,
        Dictionary<ISymbol, Dictionary<IFieldSymbol, bool>> touched)
    {
        var passed = Passed(call, facts, program);
        for (var i = 0; i < passed.Count; i++)
        {
            var one = passed[i];
            if (passed.Take(i).FirstOrDefault(other => Alias(one, other, () => Touched(call.Callee, program, touched))) is { } same)
            {
                Report(context, scope, call, one, $"so is '{same.Operation.Syntax}', which can be the same memory");
                continue;
            }

            if (one.Path.Field is not { } field || one.IsReceiver) continue;
            if (!Touched(call.Callee, program, touched).TryGetValue(field, out var writes) || !(writes || one.IsWritten)) continue;
            Report(context, scope, call, one, $"the function {(writes ? "writes" : "reads")} '{field.Name}' by its own name too");
        }
    }

    // The value that a method is called on is used by fields, so a reference into it matters for the field it leads to.
    private static bool Alias(PassedReference one, PassedReference other, System.Func<Dictionary<IFieldSymbol, bool>> touched)
    {
        if (!one.Path.Overlaps(other.Path)) return false;
        if (!other.IsReceiver || one.Path.FieldBelow(other.Path) is not { } field) return one.IsWritten || other.IsWritten;
        return touched().TryGetValue(field, out var writes) && (writes || one.IsWritten);
    }

    private static void Report(CompilationAnalysisContext context, RuleScope scope, CallSite call, PassedReference one, string why) =>
        scope.Report(context.ReportDiagnostic, one.Operation.Syntax.GetLocation(), one.Operation.Syntax.ToString(), call.Callee.Shown(), why);

    private static List<PassedReference> Passed(CallSite call, FunctionFacts facts, ProgramFacts program)
    {
        var passed = new List<PassedReference>();
        if (call.Receiver is { Type.IsValueType: true } receiver && !call.Callee.IsStatic && ReferencePath.Of(receiver, facts) is { } owner)
        {
            var writes = (program.Effects.Of(call.Callee).Kinds & EffectKinds.This) != 0;
            passed.Add(new PassedReference(receiver, owner, writes, isReceiver: true));
        }

        foreach (var argument in call.Arguments.Where(argument => argument.Parameter is not null).OrderBy(argument => argument.Parameter!.Ordinal))
        {
            if (argument.ArgumentKind != Microsoft.CodeAnalysis.Operations.ArgumentKind.Explicit) continue;
            var parameter = argument.Parameter!;
            var isSpan = FixedLength.IsSpan(parameter.Type);
            if (parameter.RefKind == RefKind.None && !isSpan) continue;
            if (ReferencePath.Of(argument.Value, facts) is not { } path) continue;
            var written = parameter.RefKind is RefKind.Ref or RefKind.Out || (isSpan && parameter.Type.Name == "Span");
            passed.Add(new PassedReference(argument.Value, path, written, isReceiver: false));
        }

        return passed;
    }

    // Every field that the function or one that it leads to uses by name, and whether it is written.
    private static Dictionary<IFieldSymbol, bool> Touched(
        IMethodSymbol callee, ProgramFacts program, Dictionary<ISymbol, Dictionary<IFieldSymbol, bool>> known)
    {
        var node = ProgramFacts.Node(callee);
        if (known.TryGetValue(node, out var fields)) return fields;
        known[node] = fields = new Dictionary<IFieldSymbol, bool>(SymbolEqualityComparer.Default);
        foreach (var access in program.Calls.Reach([node]).Keys.Select(program.Find).Where(facts => facts is not null).SelectMany(facts => facts!.Fields))
        {
            if (!access.Field.IsStatic && !IsOwnInstance(access)) continue;
            fields[access.Field] = access.Writes || (fields.TryGetValue(access.Field, out var before) && before);
        }

        return fields;
    }

    private static bool IsOwnInstance(FieldAccess access) =>
        access.Operation is Microsoft.CodeAnalysis.Operations.IFieldReferenceOperation { Instance: Microsoft.CodeAnalysis.Operations.IInstanceReferenceOperation };

    private sealed class PassedReference(IOperation operation, ReferencePath path, bool isWritten, bool isReceiver)
    {
        public IOperation Operation { get; } = operation;

        public ReferencePath Path { get; } = path;

        public bool IsWritten { get; } = isWritten;

        public bool IsReceiver { get; } = isReceiver;
    }
}
