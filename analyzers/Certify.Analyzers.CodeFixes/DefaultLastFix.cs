using System.Collections.Immutable;
using System.Composition;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace Certify.Analyzers.CodeFixes;

/// <summary>
/// CFY1102, one of its findings: a default section among the cases moves behind them; it is chosen last wherever it
/// stands. What a missing default has to do is a requirement, so no fix invents one.
/// </summary>
// @llr CFY-LLR-239
[ExportCodeFixProvider(LanguageNames.CSharp), Shared]
public sealed class DefaultLastFix() : CertifyFix("CFY1102", "Put the default section last")
{
    /// <inheritdoc/>
    public override bool ReachesOtherCode => true;

    private protected override ImmutableArray<TextChange> Edits(FixSite site)
    {
        if (site.Root.FindToken(site.Span.Start).Parent is not SwitchStatementSyntax choice || choice.ContainsDirectives) return [];
        var section = choice.Sections.FirstOrDefault(one => one.Labels.Count == 1 && one.Labels[0] is DefaultSwitchLabelSyntax);
        if (section is null || section == choice.Sections.Last()) return [];
        if (!site.HasLinesOfItsOwn(section) || !site.HasLinesOfItsOwn(choice.Sections.Last())) return [];
        var lines = site.LinesOf(section);
        var start = TextSpan.FromBounds(System.Math.Min(section.FullSpan.Start, lines.Start), lines.End);
        return [new TextChange(start, ""), FixSite.Insert(site.LinesOf(choice.Sections.Last()).End, site.Text.ToString(start))];
    }
}
