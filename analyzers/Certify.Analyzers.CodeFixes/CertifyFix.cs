using System.Collections.Immutable;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;

namespace Certify.Analyzers.CodeFixes;

/// <summary>
/// What all fixes share: one rule, one remedy, applied to one finding or to all. A fix that would change what the
/// program does, or that leaves a program that does not compile, is not offered.
/// </summary>
// @llr CFY-LLR-236
public abstract class CertifyFix : CodeFixProvider
{
    /// <summary>Makes a fix.</summary>
    /// <param name="id">CFY#### of the rule whose findings it takes.</param>
    /// <param name="title">What it does, in the words of the editor's menu.</param>
    private protected CertifyFix(string id, string title)
    {
        FixableDiagnosticIds = [id];
        Title = title;
    }

    /// <summary>What it does, a short sentence without a full stop.</summary>
    public string Title { get; }

    /// <inheritdoc/>
    public sealed override ImmutableArray<string> FixableDiagnosticIds { get; }

    /// <summary>True when the change can break code elsewhere, so that every project it reaches is compiled before it is offered.</summary>
    public virtual bool ReachesOtherCode => false;

    /// <inheritdoc/>
    public sealed override FixAllProvider GetFixAllProvider() => WellKnownFixAllProviders.BatchFixer;

    /// <inheritdoc/>
    public sealed override async Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        if (await FixSite.OfAsync(context).ConfigureAwait(false) is not { } site) return;
        var edits = Edits(site);
        if (edits.IsEmpty) return;
        var changed = context.Document.WithText(site.Text.WithChanges(edits));
        if (ReachesOtherCode && !await CompileCheck.HoldsAsync(context.Document, changed, context.CancellationToken).ConfigureAwait(false)) return;
        context.RegisterCodeFix(CodeAction.Create(Title, _ => Task.FromResult(changed), equivalenceKey: FixableDiagnosticIds[0]), context.Diagnostics);
    }

    /// <summary>
    /// The changes of text that remove a finding, for a driver that has a compilation and no editor; none where the fix does not apply.
    /// Where <see cref="ReachesOtherCode"/> holds, the caller compiles the change before it offers it.
    /// </summary>
    /// <param name="compilation">The compilation that the finding is of.</param>
    /// <param name="finding">A finding of the rule.</param>
    /// <param name="cancellation">Stops the work.</param>
    public ImmutableArray<Microsoft.CodeAnalysis.Text.TextChange> Changes(Compilation compilation, Diagnostic finding, CancellationToken cancellation)
    {
        if (finding.Location.SourceTree is not { } tree || !compilation.ContainsSyntaxTree(tree)) return [];
        return Edits(FixSite.Of(compilation, tree, finding.Location.SourceSpan, cancellation));
    }

    /// <summary>The changes of text that remove the finding; none where the fix does not apply.</summary>
    private protected abstract ImmutableArray<Microsoft.CodeAnalysis.Text.TextChange> Edits(FixSite site);
}
