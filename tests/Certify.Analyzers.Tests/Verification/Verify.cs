using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using Certify.Analyzers.Settings;
using Microsoft.CodeAnalysis;

namespace Certify.Analyzers.Tests.Verification;

/// <summary>Compares what one rule reports with the marks in a snippet.</summary>
internal static class Verify<TRule>
    where TRule : CertifyRule, new()
{
    /// <summary>The rule reports each marked span once and nothing else.</summary>
    public static async Task Reports(string marked, Func<Snippet, Snippet>? with = null, [CallerMemberName] string test = "")
    {
        var source = MarkedSource.Parse(marked);
        Assert.NotEmpty(source.Spans);
        await Check(source, with, test);
    }

    /// <summary>The rule reports nothing.</summary>
    public static async Task Accepts(string text, Func<Snippet, Snippet>? with = null, [CallerMemberName] string test = "")
    {
        var source = MarkedSource.Parse(text);
        Assert.Empty(source.Spans);
        await Check(source, with, test);
    }

    private static async Task Check(MarkedSource source, Func<Snippet, Snippet>? with, string test)
    {
        var findings = await Run(source, with, test);
        // Hidden findings are accepted run-time checks; Checks looks at those.
        var own = findings.Where(d => d.Severity != DiagnosticSeverity.Hidden && !IsInAnnotations(d)).ToList();
        Assert.Equal(
            source.Spans.Select(span => Show(source.Text, span)),
            own.Select(d => Show(source.Text, d.Location.SourceSpan)));
        Assert.All(own, d => Assert.Equal(d.Descriptor.DefaultSeverity, d.Severity));
    }

    /// <summary>The rule neither reports anything nor lists a run-time check: all obligations are proved.</summary>
    public static async Task Proves(string text, Func<Snippet, Snippet>? with = null, [CallerMemberName] string test = "")
    {
        var source = MarkedSource.Parse(text);
        Assert.Empty(source.Spans);
        var findings = await Run(source, with, test);
        Assert.Empty(findings.Select(d => Show(source.Text, d.Location.SourceSpan)));
    }

    /// <summary>The rule lists each marked span as an accepted run-time check and reports nothing else.</summary>
    public static async Task Checks(string marked, Func<Snippet, Snippet>? with = null, [CallerMemberName] string test = "")
    {
        var source = MarkedSource.Parse(marked);
        Assert.NotEmpty(source.Spans);
        var findings = await Run(source, with, test);
        Assert.All(findings, d => Assert.Equal(DiagnosticSeverity.Hidden, d.Severity));
        Assert.Equal(
            source.Spans.Select(span => Show(source.Text, span)),
            findings.Select(d => Show(source.Text, d.Location.SourceSpan)));
    }

    // Every path checks what the findings say.
    private static async Task<ImmutableArray<Diagnostic>> Run(MarkedSource source, Func<Snippet, Snippet>? with, string test)
    {
        var plain = new Snippet(source.Text);
        var snippet = with is null ? plain : with(plain);
        var findings = await snippet.RunAsync(new TRule());
        MessagesOnFile.Of(typeof(TRule)).Check(test, snippet, findings.RemoveAll(IsInAnnotations));
        return findings;
    }

    private static bool IsInAnnotations(Diagnostic finding) =>
        finding.Location.SourceTree?.FilePath.StartsWith("/annotations/", StringComparison.Ordinal) == true;

    private static string Show(string text, Microsoft.CodeAnalysis.Text.TextSpan span) =>
        $"{text[..span.Start].Count(c => c == '\n') + 1}: {text.Substring(span.Start, span.Length)}";
}
