namespace Certify.Analyzers.Catalogue;

/// <summary>The categories; each owns a hundred ids.</summary>
public static class RuleCategories
{
    /// <summary>CFY10##.</summary>
    public const string Memory = "Memory";

    /// <summary>CFY11##.</summary>
    public const string ControlFlow = "ControlFlow";

    /// <summary>CFY17##.</summary>
    public const string Exceptions = "Exceptions";

    /// <summary>CFY18##.</summary>
    public const string DynamicCode = "DynamicCode";

    /// <summary>CFY19##.</summary>
    public const string Resources = "Resources";

    /// <summary>CFY20##.</summary>
    public const string Documentation = "Documentation";
}
