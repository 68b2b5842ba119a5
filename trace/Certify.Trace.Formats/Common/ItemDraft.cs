using Certify.Facts;
using Certify.Trace.Model;

namespace Certify.Trace.Formats.Common;

/// <summary>
/// An item while it is read. Values come as text under a field of the model (see <see cref="FieldMapping"/>). What a field cannot take
/// (a verification method that the model does not know, a yes that is neither yes nor no, a second title) is kept as an attribute of its original name.
/// </summary>
// @llr CFY-LLR-365
internal sealed class ItemDraft
{
    private string? _rationale, _feedback, _source, _level, _status, _revision, _owner, _author, _reviewer, _verdict, _image, _log;
    private bool? _derived, _passed;
    private TestKind? _kind;
    private IReadOnlyList<VerificationMethod>? _verification;

    /// <summary>Id, or null until one is known.</summary>
    public string? Id { get; set; }

    /// <summary>Tier, or null until one is known.</summary>
    public ItemTier? Tier { get; set; }

    /// <summary>Title, or null until one is known.</summary>
    public string? Title { get; set; }

    /// <summary>Normative text, or null until one is known.</summary>
    public string? Text { get; set; }

    /// <summary>Part that it is allocated to, or null until one is known.</summary>
    public string? Component { get; set; }

    /// <summary>True when derived on purpose.</summary>
    public bool Derived { set => _derived = value; }

    /// <summary>Status, or null.</summary>
    public string? Status { get => _status; set => _status = value; }

    /// <summary>Revision, or null.</summary>
    public string? Revision { get => _revision; set => _revision = value; }

    /// <summary>Rationale, or null.</summary>
    public string? Rationale { get => _rationale; set => _rationale = value; }

    /// <summary>Links in the order read.</summary>
    public List<TraceLink> Links { get; } = [];

    /// <summary>Attributes in the order read.</summary>
    public List<ItemAttribute> Attributes { get; } = [];

    /// <summary>
    /// Takes a value under a field of the model. An empty value of a field that may be absent leaves it absent.
    /// </summary>
    /// <param name="field">Field of the model, "links:ROLE", "attribute:NAME" or "-".</param>
    /// <param name="name">What the file calls it.</param>
    /// <param name="value">Its text.</param>
    /// <param name="place">Where, for links.</param>
    /// <param name="separators">Characters that part the ids of a list of links.</param>
    public void Set(string field, string name, string value, SourcePlace? place = null, string separators = ",;\n")
    {
        if (field == "-") return;
        if (field.StartsWith("links:", StringComparison.Ordinal)) AddLinks(field[6..], value, place, separators);
        else if (field.StartsWith("attribute:", StringComparison.Ordinal)) AddAttribute(field[10..], value);
        else if (!TryText(field, value) && !TryTyped(field, value)) AddAttribute(name, value);
    }

    /// <summary>Adds an attribute; a name that is taken gets a number behind it.</summary>
    public void AddAttribute(string name, string value)
    {
        var unique = name;
        for (var i = 2; Has(unique); i++) unique = string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{name} ({i})");
        Attributes.Add(new ItemAttribute(unique, value));
    }

    /// <summary>Makes the item. The id must be set and well-formed.</summary>
    public TraceItem Build(SourcePlace place, ItemTier tier) => new()
    {
        Id = Id!, Tier = Tier ?? tier, Place = place, Title = Title ?? "", Text = Text ?? "", Rationale = _rationale,
        Derived = _derived ?? false, SafetyFeedback = _feedback, Source = _source, Level = _level, Component = Component ?? "",
        Verification = _verification ?? [], TestKind = _kind, Status = _status, Revision = _revision, Owner = _owner,
        Author = _author, Reviewer = _reviewer,
        Outcome = _verdict is null ? null : new ItemOutcome(_verdict, _passed ?? _verdict == "passed", _image, _log),
        Links = Links.Count == 0 ? [] : [.. Links], Attributes = Attributes.Count == 0 ? [] : [.. Attributes],
    };

    /// <summary>True when a string can be the id of an item.</summary>
    public static bool IsId(ReadOnlySpan<char> id)
    {
        if (id.Length is 0 or > TraceItem.IdLengthMax) return false;
        foreach (var c in id)
        {
            if (char.IsControl(c)) return false;
        }
        return true;
    }

    private bool Has(string name)
    {
        foreach (var attribute in Attributes)
        {
            if (attribute.Name == name) return true;
        }
        return false;
    }

    private void AddLinks(string role, string value, SourcePlace? place, string separators)
    {
        foreach (var range in value.AsSpan().SplitAny(separators))
        {
            var target = value.AsSpan()[range].Trim();
            if (target.Length > 0) Links.Add(new TraceLink(role, target.ToString(), Place: place));
        }
    }

    private bool TryText(string field, string value)
    {
        switch (field)
        {
            case "id": return Once(Id, value, v => Id = v);
            case "title": return Once(Title, value, v => Title = v);
            case "text": return Once(Text, value, v => Text = v);
            case "component": return Once(Component, value, v => Component = v);
            case "rationale": return Once(ref _rationale, value);
            case "safety-feedback": return Once(ref _feedback, value);
            case "source": return Once(ref _source, value);
            case "status": return Once(ref _status, value);
            case "revision": return Once(ref _revision, value);
            case "owner": return Once(ref _owner, value);
            case "author": return Once(ref _author, value);
            case "reviewer": return Once(ref _reviewer, value);
            case "verdict": return Once(ref _verdict, value);
            case "image": return Once(ref _image, value);
            case "log": return Once(ref _log, value);
            default: return false;
        }
    }

    private bool TryTyped(string field, string value)
    {
        switch (field)
        {
            case "tier" when Tier is null && TierWord.TryRead(value, out var tier):
                Tier = tier;
                return true;
            case "level" when _level is null && value is ['A' or 'B' or 'C' or 'D' or 'E']: return Once(ref _level, value);
            case "derived" when _derived is null: return (_derived = YesNo(value)) is not null;
            case "passed" when _passed is null: return (_passed = YesNo(value)) is not null;
            case "verification" when _verification is null: return (_verification = Methods(value)) is not null;
            case "test-kind" when _kind is null: return (_kind = Kind(value)) is not null;
            default: return value.Length == 0 && field is "tier" or "level";
        }
    }

    private static bool Once(string? held, string value, Action<string> set)
    {
        if (held is not null) return false;
        set(value);
        return true;
    }

    private static bool Once(ref string? held, string value)
    {
        if (value.Length == 0) return true;
        if (held is not null) return false;
        held = value;
        return true;
    }

    private static bool? YesNo(string value) => value.Trim().ToLowerInvariant() switch
    {
        "yes" or "true" or "1" or "y" => true,
        "no" or "false" or "0" or "n" or "" => false,
        _ => null,
    };

    private static TestKind? Kind(string value) => value.Trim().ToLowerInvariant() switch
    {
        "normal range" or "normal-range" or "normalrange" or "normal" => Facts.TestKind.NormalRange,
        "robustness" or "abnormal" => Facts.TestKind.Robustness,
        _ => null,
    };

    // "test", "Test or Analysis", "Analysis, Review", "Inspection"; null where a word is none of the model's methods.
    private static IReadOnlyList<VerificationMethod>? Methods(string value)
    {
        var methods = new List<VerificationMethod>(2);
        foreach (var word in value.Replace(" or ", ",", StringComparison.OrdinalIgnoreCase).Split([',', ';', '/', '\n'], StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        {
            VerificationMethod? method = word.ToLowerInvariant() switch
            {
                "test" or "t" or "testing" or "unit test" => VerificationMethod.Test,
                "analysis" or "a" => VerificationMethod.Analysis,
                "review" or "inspection" or "i" or "r" => VerificationMethod.Review,
                _ => null,
            };
            if (method is null) return null;
            if (!methods.Contains(method.Value)) methods.Add(method.Value);
        }
        return methods;
    }
}
