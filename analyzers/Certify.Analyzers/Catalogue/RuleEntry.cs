using Certify.Analyzers.Settings;

namespace Certify.Analyzers.Catalogue;

/// <summary>One line of the rule table.</summary>
public sealed class RuleEntry
{
    private readonly string _profiles;

    internal RuleEntry(string id, string catalogueId, string category, string obligation, string decided, string profiles, string title)
    {
        Id = id;
        CatalogueId = catalogueId;
        Category = category;
        Obligation = obligation;
        Decided = decided;
        _profiles = profiles;
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

    /// <summary>
    /// Where the rule is decided: "source" by an analyzer, "build" by the second driver, "image" by the analysis of the
    /// linked image, "trace" by the trace audit.
    /// </summary>
    public string Decided { get; }

    /// <summary>What holds in code that follows the rule.</summary>
    public string Title { get; }

    /// <summary>True when sources of this profile are held to the rule.</summary>
    public bool Applies(Profile profile) => _profiles.IndexOf(Letter(profile)) >= 0;

    private static char Letter(Profile profile) => profile switch
    {
        Profile.Runtime => 'R',
        Profile.Core => 'C',
        Profile.Host => 'H',
        _ => 'A',
    };
}
