using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.CodeAnalysis;

namespace Certify.Analyzers.CodeFixes;

/// <summary>Compiles what a change reaches: the file's project and the projects that use it.</summary>
internal static class CompileCheck
{
    /// <summary>True when no project has more errors after the change than before.</summary>
    public static async Task<bool> HoldsAsync(Document before, Document after, CancellationToken cancellation)
    {
        var id = before.Project.Id;
        var users = before.Project.Solution.GetProjectDependencyGraph().GetProjectsThatTransitivelyDependOnThisProject(id);
        foreach (var project in users.Prepend(id))
        {
            var old = await ErrorsAsync(before.Project.Solution, project, cancellation).ConfigureAwait(false);
            if (await ErrorsAsync(after.Project.Solution, project, cancellation).ConfigureAwait(false) > old) return false;
        }

        return true;
    }

    // Warnings that the project counts as errors are errors here too.
    private static async Task<int> ErrorsAsync(Solution solution, ProjectId id, CancellationToken cancellation)
    {
        var project = solution.GetProject(id);
        var compilation = project is null ? null : await project.GetCompilationAsync(cancellation).ConfigureAwait(false);
        return compilation?.GetDiagnostics(cancellation).Count(found => found.Severity == DiagnosticSeverity.Error) ?? 0;
    }
}
