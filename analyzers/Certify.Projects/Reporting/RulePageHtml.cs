using Markdig;

namespace Certify.Projects.Reporting;

/// <summary>The pages of the rules as HTML, for reports. Markup inside a page stays text.</summary>
public static class RulePageHtml
{
    private static readonly MarkdownPipeline s_pipeline = new MarkdownPipelineBuilder().UsePipeTables().DisableHtml().Build();

    /// <summary>Every page, in order of id.</summary>
    public static IReadOnlyList<(string Id, string Html)> All() =>
        [.. RulePageText.Ids.Select(id => (id, Markdown.ToHtml(RulePageText.Of(id)!, s_pipeline).ReplaceLineEndings("\n")))];
}
