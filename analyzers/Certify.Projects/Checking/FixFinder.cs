using System.Collections.Immutable;
using Certify.Analyzers.CodeFixes;
using Certify.Facts;
using Certify.Projects.Loading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace Certify.Projects.Checking;

/// <summary>Asks the fixes that editors offer for the changes that remove findings.</summary>
// @llr CFY-LLR-287
internal static class FixFinder
{
    private static readonly ImmutableDictionary<string, CertifyFix> s_fixes = typeof(CertifyFix).Assembly.GetTypes()
        .Where(type => type.IsSubclassOf(typeof(CertifyFix)))
        .Select(type => (CertifyFix)Activator.CreateInstance(type)!)
        .ToImmutableDictionary(fix => fix.FixableDiagnosticIds.Single(), StringComparer.Ordinal);

    /// <summary>The fixes of one compilation's findings; what a deviation covers or a check at run time stops needs none.</summary>
    public static void Find(
        LoadedCompilation compilation, IEnumerable<(Diagnostic Result, RuleFinding Finding)> results, Dictionary<RuleFinding, FindingFix> fixes, CancellationToken cancellation)
    {
        var candidates = new List<Candidate>();
        foreach (var (result, finding) in results.OrderBy(pair => pair.Finding.Place.ToString(), StringComparer.Ordinal).ThenBy(pair => pair.Finding.RuleId, StringComparer.Ordinal))
        {
            if (finding.Verdict is not (FindingVerdict.Violation or FindingVerdict.Advisory) || fixes.ContainsKey(finding)) continue;
            if (!s_fixes.TryGetValue(finding.RuleId, out var fix)) continue;
            var changes = fix.Changes(compilation.Compilation, result, cancellation);
            if (!changes.IsEmpty) candidates.Add(new Candidate(finding, fix, result.Location.SourceTree!, changes));
        }

        var reaching = candidates.Where(candidate => candidate.Fix.ReachesOtherCode).ToList();
        var before = reaching.Count == 0 ? 0 : Errors(compilation.Compilation, cancellation);
        foreach (var candidate in candidates.Except(reaching).Concat(Compiling(compilation.Compilation, before, reaching, cancellation)))
            fixes.TryAdd(candidate.Finding, new FindingFix(candidate.Fix.Title, [.. candidate.Changes.OrderBy(change => change.Span.Start).Select(change => Replacement(candidate.Tree, change))]));
    }

    // Compiling each change alone would take as many compilations as there are; halves find the few that break something.
    private static IEnumerable<Candidate> Compiling(Compilation compilation, int before, List<Candidate> some, CancellationToken cancellation)
    {
        if (some.Count == 0) return [];
        if (With(compilation, some) is { } changed && Errors(changed, cancellation) <= before) return some;
        if (some.Count == 1) return [];
        var half = some.Count / 2;
        return [.. Compiling(compilation, before, some[..half], cancellation), .. Compiling(compilation, before, some[half..], cancellation)];
    }

    /// <summary>The compilation with all the changes, or null where two change the same text.</summary>
    private static Compilation? With(Compilation compilation, List<Candidate> some)
    {
        foreach (var file in some.GroupBy(candidate => candidate.Tree))
        {
            List<TextChange> changes = [.. file.SelectMany(candidate => candidate.Changes).Distinct().OrderBy(change => change.Span.Start)];
            if (changes.Zip(changes.Skip(1)).Any(pair => pair.First.Span.End > pair.Second.Span.Start || pair.First.Span.Start == pair.Second.Span.Start)) return null;
            compilation = compilation.ReplaceSyntaxTree(file.Key, file.Key.WithChangedText(file.Key.GetText().WithChanges(changes)));
        }

        return compilation;
    }

    private static int Errors(Compilation compilation, CancellationToken cancellation) =>
        compilation.GetDiagnostics(cancellation).Count(found => found.Severity == DiagnosticSeverity.Error);

    private static TextReplacement Replacement(SyntaxTree tree, TextChange change)
    {
        var span = tree.GetText().Lines.GetLinePositionSpan(change.Span);
        return new TextReplacement(span.Start.Line + 1, span.Start.Character + 1, span.End.Line + 1, span.End.Character + 1, change.NewText ?? "");
    }

    private sealed record Candidate(RuleFinding Finding, CertifyFix Fix, SyntaxTree Tree, ImmutableArray<TextChange> Changes);
}
