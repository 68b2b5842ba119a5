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
        var own = findings.Where(d => d.Location.SourceTree?.FilePath.StartsWith("/annotations/", StringComparison.Ordinal) != true);
        Assert.Equal(
            source.Spans.Select(span => Show(source.Text, span)),
            own.Select(d => Show(source.Text, d.Location.SourceSpan)));
        Assert.All(own, d => Assert.Equal(DiagnosticSeverity.Error, d.Severity));
    }

    private static string Show(string text, Microsoft.CodeAnalysis.Text.TextSpan span) =>
        $"{text[..span.Start].Count(c => c == '\n') + 1}: {text.Substring(span.Start, span.Length)}";
}
