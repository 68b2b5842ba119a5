using System.Text.Json;
using Certify.Analyzers.Catalogue;
using Certify.Facts;
using Certify.Projects.Checking;

namespace Certify.Projects.Reporting;

/// <summary>The rules' part of a SARIF run: what each demands, with its whole page for readers without the repository.</summary>
internal static class SarifRules
{
    /// <summary>Base of the paths of sources.</summary>
    public const string Root = "SRCROOT";

    /// <summary>Base of the paths of the rules' pages.</summary>
    public const string Pages = "CERTIFYROOT";

    /// <summary>One rule.</summary>
    public static void Write(Utf8JsonWriter json, RuleFact rule, Uri? rulePages)
    {
        json.WriteStartObject();
        json.WriteString("id", rule.Id);
        SarifWriter.Text(json, "shortDescription", rule.Title + ".");
        SarifWriter.Text(json, "fullDescription", Description(rule));

        // The format wants an absolute address here; without one the page's text below has to do.
        if (rulePages is not null) json.WriteString("helpUri", new Uri(rulePages, rule.Id + ".md").AbsoluteUri);
        json.WriteStartObject("help");
        json.WriteString("text", Plain(rule));
        if (RulePageText.Of(rule.Id) is { } page) json.WriteString("markdown", page);
        json.WriteEndObject();
        json.WriteStartObject("defaultConfiguration");
        json.WriteString("level", rule.Obligation == "advisory" ? "note" : "error");
        json.WriteEndObject();
        WriteProperties(json, rule);
        json.WriteEndObject();
    }

    private static void WriteProperties(Utf8JsonWriter json, RuleFact rule)
    {
        json.WriteStartObject("properties");
        json.WriteString("category", rule.Category);
        json.WriteString("obligation", rule.Obligation);
        json.WriteString("decidedOn", rule.Decided);
        json.WriteStartArray("profiles");
        foreach (var profile in rule.Profiles) json.WriteStringValue(profile);
        json.WriteEndArray();
        if (RuleCatalogue.All.FirstOrDefault(entry => entry.Id == rule.Id)?.CatalogueId is { Length: > 0 } catalogue)
            json.WriteString("catalogueId", catalogue);
        json.WriteStartObject("page");
        json.WriteString("uri", RuleCatalogue.Page(rule.Id));
        json.WriteString("uriBaseId", Pages);
        json.WriteEndObject();
        json.WriteEndObject();
    }

    private static string Description(RuleFact rule)
    {
        var descriptor = RuleRun.Rules.SelectMany(analyzer => analyzer.SupportedDiagnostics).FirstOrDefault(d => d.Id == rule.Id);
        return descriptor?.Description.ToString() is { Length: > 0 } text ? $"{rule.Title}. {text}" : rule.Title + ".";
    }

    /// <summary>Why the rule is there, as plain text, and where its page lies.</summary>
    private static string Plain(RuleFact rule)
    {
        var why = RulePageText.Section(rule.Id, "Why").Replace("`", "", StringComparison.Ordinal).Replace("**", "", StringComparison.Ordinal);
        var where = "Page of the rule: " + RuleCatalogue.Page(rule.Id);
        return why.Length == 0 ? where : $"{why}\n\n{where}";
    }
}
