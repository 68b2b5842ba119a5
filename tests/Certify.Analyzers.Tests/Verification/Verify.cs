using Certify.Analyzers.Settings;
using Microsoft.CodeAnalysis;

namespace Certify.Analyzers.Tests.Verification;

/// <summary>Compares what one rule reports with the marks in a snippet.</summary>
internal static class Verify<TRule>
    where TRule : CertifyRule, new()
{
    /// <summary>The rule reports each marked span once and nothing else.</summary>
    public static async Task Reports(string marked, Func<Snippet, Snippet>? with = null)
    {
        var source = MarkedSource.Parse(marked);
        Assert.NotEmpty(source.Spans);
        await Check(source, with);
    }

    /// <summary>The rule reports nothing.</summary>
    public static async Task Accepts(string text, Func<Snippet, Snippet>? with = null)
    {
        var source = MarkedSource.Parse(text);
        Assert.Empty(source.Spans);
        await Check(source, with);
    }

    private static async Task Check(MarkedSource source, Func<Snippet, Snippet>? with)
    {
        var snippet = new Snippet(source.Text);
        var findings = await (with is null ? snippet : with(snippet)).RunAsync(new TRule());
        // Hidden findings are accepted run-time checks; Checks looks at those.
        var own = findings.Where(d => d.Severity != DiagnosticSeverity.Hidden).Where(d => d.Location.SourceTree?.FilePath.StartsWith("/annotations/", StringComparison.Ordinal) != true);
        Assert.Equal(
            source.Spans.Select(span => Show(source.Text, span)),
            own.Select(d => Show(source.Text, d.Location.SourceSpan)));
        Assert.All(own, d => Assert.Equal(d.Descriptor.DefaultSeverity, d.Severity));
    }

    /// <summary>The rule neither reports anything nor lists a run-time check: all obligations are proved.</summary>
    public static async Task Proves(string text, Func<Snippet, Snippet>? with = null)
    {
        var source = MarkedSource.Parse(text);
        Assert.Empty(source.Spans);
        var snippet = new Snippet(source.Text);
        var findings = await (with is null ? snippet : with(snippet)).RunAsync(new TRule());
        Assert.Empty(findings.Select(d => Show(source.Text, d.Location.SourceSpan)));
    }

    /// <summary>The rule lists each marked span as an accepted run-time check and reports nothing else.</summary>
    public static async Task Checks(string marked, Func<Snippet, Snippet>? with = null)
    {
        var source = MarkedSource.Parse(marked);
        Assert.NotEmpty(source.Spans);
        var snippet = new Snippet(source.Text);
        var findings = await (with is null ? snippet : with(snippet)).RunAsync(new TRule());
        Assert.All(findings, d => Assert.Equal(DiagnosticSeverity.Hidden, d.Severity));
        Assert.Equal(
            source.Spans.Select(span => Show(source.Text, span)),
            findings.Select(d => Show(source.Text, d.Location.SourceSpan)));
    }

    private static string Show(string text, Microsoft.CodeAnalysis.Text.TextSpan span) =>
        $"{text[..span.Start].Count(c => c == '\n') + 1}: {text.Substring(span.Start, span.Length)}";
}
