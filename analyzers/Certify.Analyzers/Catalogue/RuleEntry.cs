namespace Certify.Analyzers.Catalogue;

/// <summary>One line of the rule table.</summary>
public sealed class RuleEntry
{
    internal RuleEntry(string id, string catalogueId, string category, string obligation, string state, string title)
    {
        Id = id;
        CatalogueId = catalogueId;
        Category = category;
        Obligation = obligation;
        State = state;
        Title = title;
    }

    /// <summary>CFY####, fixed for good.</summary>
    public string Id { get; }

    /// <summary>Id in the rule catalogue (SCS-…), or empty for a rule that only Certify has.</summary>
    public string CatalogueId { get; }

    /// <summary>Category name; each owns a hundred ids.</summary>
    public string Category { get; }

    /// <summary>"mandatory", "required" or "advisory".</summary>
    public string Obligation { get; }

    /// <summary>"implemented", "planned", or "in CFY####" where another rule reports it so far.</summary>
    public string State { get; }

    /// <summary>What holds in code that follows the rule.</summary>
    public string Title { get; }
}
