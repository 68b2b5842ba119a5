namespace Certify.Trace.Model;

/// <summary>
/// What a link says. The roles below have a meaning for the audit; any other name is kept as it was read and shown, and decides nothing.
/// A link stands at the item that depends on the other: child names parent, test names requirement, result names test.
/// </summary>
public static class LinkRole
{
    /// <summary>A requirement refines one of the tier above.</summary>
    public const string Satisfies = "satisfies";

    /// <summary>Code or design realises a requirement.</summary>
    public const string Implements = "implements";

    /// <summary>A test case (or analysis, or review) shows that a requirement is met.</summary>
    public const string Verifies = "verifies";

    /// <summary>A test procedure runs a test case.</summary>
    public const string Executes = "executes";

    /// <summary>A result is the outcome of a test case or procedure.</summary>
    public const string ResultOf = "result-of";

    /// <summary>A review looked at an item.</summary>
    public const string Reviews = "reviews";

    /// <summary>A review looked at an item while another one, its parent, had this revision and fingerprint.</summary>
    public const string Against = "against";

    /// <summary>A problem report is about an item.</summary>
    public const string Affects = "affects";

    /// <summary>A requirement mitigates a hazard.</summary>
    public const string Mitigates = "mitigates";

    /// <summary>A requirement holds only under an assumption.</summary>
    public const string Assumes = "assumes";

    /// <summary>An item needs another one of its own tier; no coverage follows.</summary>
    public const string DependsOn = "depends-on";
}
