using Certify.Facts;
using Certify.Projects.Loading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Certify.Projects.Checking;

/// <summary>Finds the branches of #if that no analysed configuration makes active, in the sources of the project itself.</summary>
// @llr CFY-LLR-259
internal static class BranchCoverage
{
    /// <summary>One finding for each such branch.</summary>
    public static IEnumerable<RuleFinding> Findings(IEnumerable<LoadedCompilation> analysed)
    {
        var branches = new Dictionary<SourcePlace, (bool Taken, string Text)>();
        foreach (var compilation in analysed)
        {
            var own = compilation.Sources.Where(IsOwn).GroupBy(source => source.FullPath).ToDictionary(group => group.Key, group => group.First().Path, StringComparer.Ordinal);
            foreach (var tree in compilation.Compilation.SyntaxTrees)
            {
                if (!own.TryGetValue(tree.FilePath, out var path)) continue;
                foreach (var (branch, active) in Branches(tree))
                {
                    var place = new SourcePlace(path, tree.GetLineSpan(branch.Span).StartLinePosition.Line + 1, 1);
                    var before = branches.GetValueOrDefault(place).Taken;
                    branches[place] = (before || active, branch.ToString().Trim());
                }
            }
        }

        return branches.Where(branch => !branch.Value.Taken)
            .OrderBy(branch => branch.Key.Path, StringComparer.Ordinal).ThenBy(branch => branch.Key.Line)
            .Select(branch => new RuleFinding(
                RuleIdsOfBuild.AllAnalysed,
                $"No analysed configuration compiles the branch '{branch.Value.Text}'. List its symbols in CertifyConfigurations, or remove it.", branch.Key));
    }

    private static IEnumerable<(DirectiveTriviaSyntax Branch, bool Active)> Branches(SyntaxTree tree)
    {
        var root = tree.GetRoot();
        if (!root.ContainsDirectives) yield break;
        for (var directive = root.GetFirstDirective(); directive is not null; directive = directive.GetNextDirective())
        {
            if (directive is BranchingDirectiveTriviaSyntax branch) yield return (branch, branch.IsActive && branch.BranchTaken);
        }
    }

    // Generated sources, packages and the SDK have branches for everybody.
    private static bool IsOwn(LoadedSource source) =>
        Path.IsPathRooted(source.FullPath)
        && !source.Path.StartsWith("packages/", StringComparison.Ordinal) && !source.Path.StartsWith("outside/", StringComparison.Ordinal)
        && !source.Path.StartsWith("_certify/", StringComparison.Ordinal)
        && !source.Path.Split('/').Contains("obj");
}
