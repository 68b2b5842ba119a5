using System.Collections.Generic;
using System.Linq;
using Certify.Analyzers.Catalogue;
using Certify.Analyzers.Settings;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Certify.Analyzers.Memory;

/// <summary>CFY1014: no two fields share a byte, and no field has elements that nothing bounds, except in declared register maps.</summary>
// @llr CFY-LLR-109
public sealed class OverlappingLayoutRule() : CertifyRule(
    RuleIds.OverlappingLayout,
    "Field '{0}' {1}. {2}.",
    "Two fields at one place read one type's bytes as another's, and the compiler counts both as assigned.")
{
    private const string FieldOffset = "System.Runtime.InteropServices.FieldOffsetAttribute";

    private protected override void Register(CompilationStartAnalysisContext context, RuleScope scope)
    {
        var sizes = TypeSize.Of(context.Compilation);
        context.RegisterSymbolAction(c => Check(c, sizes, scope), SymbolKind.NamedType);
    }

    private static void Check(SymbolAnalysisContext context, TypeSize sizes, RuleScope scope)
    {
        var type = (INamedTypeSymbol)context.Symbol;
        if (type.TypeKind is not (TypeKind.Struct or TypeKind.Class) || IsRegisterMap(type, scope)) return;
        var fields = type.GetMembers().OfType<IFieldSymbol>().Where(field => !field.IsStatic && !field.IsConst).ToList();
        foreach (var field in fields.Where(field => field.IsFixedSizeBuffer))
        {
            Report(context, field, "is a fixed buffer, whose elements are reached without a check", "Use an inline array", scope);
        }

        if (TypeSize.Number(type, "System.Runtime.CompilerServices.InlineArrayAttribute") is not null)
        {
            foreach (var field in fields.Where(field => !field.Type.IsUnmanagedType))
            {
                Report(context, field, "repeats a type that can hold references", "Repeat an unmanaged type", scope);
            }
        }

        if (TypeSize.IsExplicit(type)) CheckOffsets(context, fields, sizes, scope);
    }

    private static void CheckOffsets(SymbolAnalysisContext context, List<IFieldSymbol> fields, TypeSize sizes, RuleScope scope)
    {
        var placed = fields
            .Select(field => (Field: field, Start: TypeSize.Number(field, FieldOffset), Size: sizes.Bytes(field)))
            .Where(place => place.Start is not null)
            .OrderBy(place => place.Start);
        IFieldSymbol? last = null;
        var end = long.MinValue;
        foreach (var (field, start, size) in placed)
        {
            if (last is not null && start < end)
            {
                Report(context, field, $"at offset {start} shares bytes with field '{last.Name}', which ends at {end}", "Give each field bytes of its own", scope);
            }

            // Of an unknown size at least the first byte is taken.
            if (start + (size ?? 1) <= end) continue;
            end = start!.Value + (size ?? 1);
            last = field;
        }
    }

    private static bool IsRegisterMap(INamedTypeSymbol type, RuleScope scope) =>
        Annotations.Find(type, "RegisterMapAttribute") is { } map && Annotations.HasText(map, 0)
        && type.Locations.All(place => place.SourceTree is { } tree && scope.ProfileOf(tree) != Profile.Application);

    private static void Report(SymbolAnalysisContext context, IFieldSymbol field, string fact, string remedy, RuleScope scope)
    {
        var place = field.Locations.FirstOrDefault(location => location.IsInSource) ?? context.Symbol.Locations[0];
        scope.Report(context.ReportDiagnostic, place, field.AssociatedSymbol?.Name ?? field.Name, fact, remedy);
    }
}
