using Certify.Facts;

namespace Certify.Trace.Model;

/// <summary>
/// One item of a trace, of any tier and from any format. Immutable but for the fingerprint, which is computed when first asked for.
/// Text is plain, with "\n" line ends; what a format says beyond it is in <see cref="Attributes"/>, or in the reader's list of losses.
/// </summary>
public sealed class TraceItem
{
    private string? _fingerprint;
    private IReadOnlySet<string>? _normative;

    /// <summary>Id, verbatim. Never empty, at most <see cref="IdLengthMax"/> characters, no control characters; blanks and signs are allowed.</summary>
    public required string Id { get; init; }

    /// <summary>What the item is.</summary>
    public required ItemTier Tier { get; init; }

    /// <summary>Where it is written.</summary>
    public required SourcePlace Place { get; init; }

    /// <summary>Short title; may be empty.</summary>
    public string Title { get; init; } = "";

    /// <summary>Normative text; may be empty, which the audit reports for requirements.</summary>
    public string Text { get; init; } = "";

    /// <summary>Why the item exists, or null.</summary>
    public string? Rationale { get; init; }

    /// <summary>True when it has no parent on purpose.</summary>
    public bool Derived { get; init; }

    /// <summary>For derived requirements: what the system safety process is told, or null.</summary>
    public string? SafetyFeedback { get; init; }

    /// <summary>Document and id that a system item comes from, or null.</summary>
    public string? Source { get; init; }

    /// <summary>Software level of the item, "A" to "E", or null: that of the audit.</summary>
    public string? Level { get; init; }

    /// <summary>The part that the item is allocated to; may be empty.</summary>
    public string Component { get; init; } = "";

    /// <summary>Methods that may show the item to be met: any one of them is enough. Empty where none is said.</summary>
    public IReadOnlyList<VerificationMethod> Verification { get; init; } = [];

    /// <summary>For test cases: normal range or robustness, or null where it is not said.</summary>
    public TestKind? TestKind { get; init; }

    /// <summary>Status such as "draft", "approved", "deleted", as read; or null.</summary>
    public string? Status { get; init; }

    /// <summary>Revision as read; or null.</summary>
    public string? Revision { get; init; }

    /// <summary>Who answers for the item; or null.</summary>
    public string? Owner { get; init; }

    /// <summary>Who wrote it (of a review: who reviewed); or null.</summary>
    public string? Author { get; init; }

    /// <summary>Who reviewed it, where the format keeps that at the item; or null.</summary>
    public string? Reviewer { get; init; }

    /// <summary>For results and reviews: how it ended; else null.</summary>
    public ItemOutcome? Outcome { get; init; }

    /// <summary>Links in the order read.</summary>
    public IReadOnlyList<TraceLink> Links { get; init; } = [];

    /// <summary>Further attributes in the order read; names are unique.</summary>
    public IReadOnlyList<ItemAttribute> Attributes { get; init; } = [];

    /// <summary>Names of fields that reading has reported as broken, so that one slip gives one finding; usually empty.</summary>
    public IReadOnlySet<string> Broken { get; init; } = NoneBroken;

    /// <summary>What kind of reader gave it; never written.</summary>
    public ItemOrigin Origin { get; init; }

    /// <summary>Longest id taken. Only code symbols, whose documentation ids have no bound, may be longer.</summary>
    public const int IdLengthMax = 256;

    /// <summary>
    /// SHA-256 (lower-case hex) over the normative fields; see <see cref="Model.Fingerprint"/>. In a set that was built for a project, it covers the
    /// attributes that the project calls normative.
    /// </summary>
    public string Fingerprint => _fingerprint ??= Model.Fingerprint.Of(this, _normative);

    /// <summary>The same item with other links.</summary>
    internal TraceItem With(IReadOnlyList<TraceLink> links) => new()
    {
        Id = Id, Tier = Tier, Place = Place, Title = Title, Text = Text, Rationale = Rationale, Derived = Derived, SafetyFeedback = SafetyFeedback,
        Source = Source, Level = Level, Component = Component, Verification = Verification, TestKind = TestKind, Status = Status, Revision = Revision,
        Owner = Owner, Author = Author, Reviewer = Reviewer, Outcome = Outcome, Links = links, Attributes = Attributes, Broken = Broken, Origin = Origin,
    };

    /// <summary>Says which attributes the fingerprint covers.</summary>
    internal void Cover(IReadOnlySet<string>? normative)
    {
        if (Attributes.Count > 0 && _normative != normative) (_normative, _fingerprint) = (normative, null);
    }

    private static readonly HashSet<string> NoneBroken = [];

    /// <summary>Ids of the targets of all links of a role, in the order read.</summary>
    public IEnumerable<string> Targets(string role)
    {
        foreach (var link in Links)
        {
            if (link.Role == role) yield return link.Target;
        }
    }

    /// <summary>Value of an attribute, or null.</summary>
    public string? Attribute(string name)
    {
        foreach (var attribute in Attributes)
        {
            if (attribute.Name == name) return attribute.Value;
        }
        return null;
    }

    /// <inheritdoc/>
    public override string ToString() => $"{Id} ({Tier})";
}
