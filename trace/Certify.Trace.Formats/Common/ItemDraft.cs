using Certify.Facts;
using Certify.Trace.Model;

namespace Certify.Trace.Formats.Common;

/// <summary>An item while it is read: values come in by field, in any order, and are checked once all are there.</summary>
internal sealed class ItemDraft(SourcePlace place)
{
    private readonly string?[] _values = new string?[(int)ItemField.Links];
    private readonly List<TraceLink> _links = [];
    private readonly Rows<ItemAttribute> _attributes = new();
    private Dictionary<string, int>? _positions;
    private HashSet<string>? _broken;

    /// <summary>Where the item is written.</summary>
    public SourcePlace Place { get; } = place;

    /// <summary>Id; empty until set.</summary>
    public string Id { get; set; } = "";

    /// <summary>Tier.</summary>
    public ItemTier Tier { get; set; }

    /// <summary>Methods of verification.</summary>
    public IReadOnlyList<VerificationMethod> Verification { get; set; } = [];

    /// <summary>True where the item has no parent on purpose.</summary>
    public bool Derived { get; set; }

    /// <summary>Normal range or robustness, of test cases.</summary>
    public TestKind? TestKind { get; set; }

    /// <summary>How a run ended, where the format says it in a way of its own; else made from the fields.</summary>
    public ItemOutcome? Outcome { get; set; }

    /// <summary>Links so far.</summary>
    public IReadOnlyList<TraceLink> Links => _links;

    /// <summary>Value of a plain field, or null.</summary>
    public string? this[ItemField field]
    {
        get => _values[(int)field];
        set => _values[(int)field] = value;
    }

    /// <summary>Adds a link.</summary>
    public void Link(TraceLink link) => _links.Add(link);

    /// <summary>Adds an attribute; of one given twice the values are lines of one value.</summary>
    public void Attribute(string name, string value)
    {
        if (PositionOf(name) is >= 0 and var at) _attributes[at] = new ItemAttribute(name, _attributes[at].Value + "\n" + value);
        else _attributes.Add(new ItemAttribute(name, value));
    }

    /// <summary>True where an attribute has been added.</summary>
    public bool Has(string name) => PositionOf(name) >= 0;

    // A list is faster for the few attributes that items have; a table keeps the time of an item with thousands of them linear.
    private int PositionOf(string name)
    {
        if (_attributes.Count <= 32)
        {
            for (var i = 0; i < _attributes.Count; i++)
            {
                if (_attributes[i].Name == name) return i;
            }
            return -1;
        }
        _positions ??= new(StringComparer.Ordinal);
        for (var i = _positions.Count; i < _attributes.Count; i++) _positions.Add(_attributes[i].Name, i);
        return _positions.GetValueOrDefault(name, -1);
    }

    /// <summary>Remembers that reading has reported a field.</summary>
    public void Break(ItemField field) => (_broken ??= new(StringComparer.Ordinal)).Add(FieldTarget.Names[(int)field]);

    /// <summary>Gives the item.</summary>
    public TraceItem Build()
    {
        var outcome = Outcome;
        if (outcome is null && this[ItemField.Verdict] is { } verdict)
            outcome = new ItemOutcome(verdict, IsPass(verdict), this[ItemField.Image], this[ItemField.Log]);
        return new TraceItem
        {
            Id = Id, Tier = Tier, Place = Place, Title = this[ItemField.Title] ?? "", Text = this[ItemField.Text] ?? "",
            Rationale = this[ItemField.Rationale], Derived = Derived, SafetyFeedback = this[ItemField.SafetyFeedback],
            Source = this[ItemField.Source], Level = this[ItemField.Level], Component = this[ItemField.Component] ?? "",
            Verification = Verification, TestKind = TestKind, Status = this[ItemField.Status], Revision = this[ItemField.Revision],
            Owner = this[ItemField.Owner], Author = this[ItemField.Author], Reviewer = this[ItemField.Reviewer], Outcome = outcome,
            Links = _links.Count == 0 ? [] : [.. _links], Attributes = _attributes.Count == 0 ? [] : _attributes.All.ToArray(),
            Broken = _broken ?? s_none,
        };
    }

    private bool IsPass(string verdict) => this[ItemField.Passed] switch
    {
        null => verdict is "passed" or "Passed" or "pass" or "ok",
        var word => word == "yes",
    };

    private static readonly HashSet<string> s_none = [];
}
